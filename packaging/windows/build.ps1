# packaging/windows/build.ps1: dist\anneal (a folder that needs no Python) and, where Inno Setup 6.3 or newer is installed,
# dist\Anneal-VERSION-setup.exe. Needs Python 3.11 to 3.13 of python.org, with its launcher `py`.
#
# UNTESTED: written without a Windows machine. What it does is what packaging/pyinstaller/build does on Linux.
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
Set-Location $root

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with $LASTEXITCODE." }
}

$environment = "$root\build\windows"
$python = "$environment\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3.11", "-m", "venv", $environment) }
$pip = @("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
Invoke-Checked $python ($pip + @("--require-hashes", "--no-deps", "-r", "packaging\requirements.lock.txt"))
Invoke-Checked $python ($pip + @("-r", "packaging\requirements-torch.lock.txt"))
Invoke-Checked $python ($pip + @("-r", "packaging\pyinstaller\requirements.txt"))

$env:PYTHONPATH = $root
$env:PYTHONUTF8 = "1"
Invoke-Checked $python @("packaging\icons.py", "build\icons")
Invoke-Checked $python @("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--workpath", "build\pyinstaller",
    "packaging\pyinstaller\anneal.spec")

# Does it work without any of this? A folder that is damaged must not become an installer.
Invoke-Checked "dist\anneal\anneal.exe" @("--version")
Invoke-Checked "dist\anneal\anneal.exe" @("transcribe", "resources\samples\en.flac", "--language", "en", "--steps", "8")
$size = (Get-ChildItem "dist\anneal" -Recurse -File | Measure-Object -Property Length -Sum).Sum
Write-Output ("dist\anneal: {0:N0} MB" -f ($size / 1MB))

$version = & $python -c "import app; print(app.__version__)"
$compiler = Get-Command "iscc.exe" -ErrorAction SilentlyContinue
$inno = if ($compiler) { $compiler.Source } else { "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
if (Test-Path $inno) {
    Invoke-Checked $inno @("/Q", "/DAppVersion=$version", "packaging\windows\anneal.iss")
} else {
    Write-Output "No installer was made: Inno Setup 6 is not here (https://jrsoftware.org/isinfo.php)."
}
