; Inno Setup 6.3 or newer: the installer of dist\anneal, for one person, without administrator rights. build.ps1 runs it.
; UNTESTED: written without a Windows machine.

#ifndef AppVersion
  #error Run packaging\windows\build.ps1, which tells the version
#endif
#define Root AddBackslash(SourcePath) + "..\.."

[Setup]
AppId={{6E0B6E5D-52C7-4E4B-9B7A-6A3E0B6C1F0A}
AppName=Anneal
AppVersion={#AppVersion}
AppPublisher=The Anneal authors
DefaultDirName={autopf}\Anneal
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\icons\anneal.ico
UninstallDisplayIcon={app}\anneal-gui.exe
OutputDir={#Root}\dist
OutputBaseFilename=Anneal-{#AppVersion}-setup
Compression=lzma2/fast
SolidCompression=yes
WizardStyle=modern
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.CommandLine=Put the command "anneal" on the path
de.CommandLine=Den Befehl „anneal“ in den Suchpfad aufnehmen
fr.CommandLine=Ajouter la commande « anneal » au chemin de recherche
es.CommandLine=Añadir la orden «anneal» a la ruta de búsqueda

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "commandline"; Description: "{cm:CommandLine}"; Flags: unchecked; Check: not IsAdminInstallMode

[Files]
Source: "{#Root}\dist\anneal\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; Modules of an older version must not be found by the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Anneal"; Filename: "{app}\anneal-gui.exe"; AppUserModelID: "app.anneal.Anneal"
Name: "{autodesktop}\Anneal"; Filename: "{app}\anneal-gui.exe"; AppUserModelID: "app.anneal.Anneal"; Tasks: desktopicon

[Registry]
; "Open with" for audio and video, without taking any kind of file from its program.
Root: HKA; Subkey: "Software\Classes\Applications\anneal-gui.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Anneal"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\anneal-gui.exe\shell\open\command"; ValueType: string; ValueData: """{app}\anneal-gui.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\audio\OpenWithList\anneal-gui.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\video\OpenWithList\anneal-gui.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: commandline; Check: NotOnPath

[Run]
Filename: "{app}\anneal-gui.exe"; Description: "{cm:LaunchProgram,Anneal}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath(): Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Mine: String;
  At: Integer;
begin
  if (Step = usPostUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
  begin
    Path := ';' + Path + ';';
    Mine := ';' + ExpandConstant('{app}') + ';';
    At := Pos(Uppercase(Mine), Uppercase(Path));
    if At > 0 then
    begin
      Delete(Path, At, Length(Mine) - 1);
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Copy(Path, 2, Length(Path) - 2));
    end;
  end;
end;
