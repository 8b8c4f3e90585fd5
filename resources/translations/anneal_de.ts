<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Anneal</source>
        <translation>Über Anneal</translation>
    </message>
    <message>
        <source>Speech to text by diffusion: random words settle into yours, step by step.</source>
        <translation>Sprache zu Text durch Diffusion: Zufällige Wörter werden Schritt für Schritt zu Ihren.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>Model in use: {model} on {device}, {precision}</source>
        <translation>Verwendetes Modell: {model} auf {device}, {precision}</translation>
    </message>
    <message>
        <source>Describe this computer and the installation for a bug report; it contains no personal data</source>
        <translation>Diesen Computer und die Installation für einen Fehlerbericht beschreiben; enthält keine persönlichen Daten</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>Bestandteile und Lizenzen</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>The licences of everything that is shipped</source>
        <translation>Die Lizenzen aller mitgelieferten Bestandteile</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>Dieser Computer wird geprüft …</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Record or stop</source>
        <translation>Aufnehmen oder stoppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Erneut transkribieren</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Mit Zeiten kopieren</translation>
    </message>
    <message>
        <source>Copy as subtitles (SRT)</source>
        <translation>Als Untertitel kopieren (SRT)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Nächstes Wort prüfen</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Anhören und bearbeiten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Diesen Abschnitt wiedergeben</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zur Live-Ansicht</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>Sprache wählen</translation>
    </message>
    <message>
        <source>Choose the steps</source>
        <translation>Schritte wählen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <translation>Ordner der Aufnahmen anzeigen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>About Anneal</source>
        <translation>Über Anneal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>AlternativesPopover</name>
    <message>
        <source>Instead of “{word}”</source>
        <translation>Statt „{word}“</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored, so there are no suggestions.</source>
        <translation>Die Schritte dieses Abschnitts sind nicht mehr gespeichert, daher gibt es keine Vorschläge.</translation>
    </message>
    <message>
        <source>There are no suggestions for this word.</source>
        <translation>Für dieses Wort gibt es keine Vorschläge.</translation>
    </message>
    <message>
        <source>What the model considered at the last step, and how likely each word was</source>
        <translation>Was das Modell beim letzten Schritt erwog und wie wahrscheinlich jedes Wort war</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Listen again with this word</source>
        <translation>Mit diesem Wort neu anhören</translation>
    </message>
    <message>
        <source>own word</source>
        <translation>eigenes Wort</translation>
    </message>
    <message>
        <source>Type another word</source>
        <translation>Ein anderes Wort eingeben</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Put this word into the text</source>
        <translation>Dieses Wort in den Text setzen</translation>
    </message>
    <message>
        <source>Keep this word; the model listens to the rest of the segment again</source>
        <translation>Dieses Wort bleibt; das Modell hört den Rest des Abschnitts noch einmal an</translation>
    </message>
</context>
<context>
    <name>AppearanceSettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Sprache der Oberfläche</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>Die Sprache der Menüs und Meldungen</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Tempo der Animation</translation>
    </message>
    <message>
        <source>How fast the canvas shows the steps</source>
        <translation>Wie schnell die Schritte gezeigt werden</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Whether the canvas moves between two steps</source>
        <translation>Ob sich der Canvas zwischen zwei Schritten bewegt</translation>
    </message>
    <message>
        <source>Reduced: steps follow each other without movement.</source>
        <translation>Reduziert: Die Schritte folgen ohne Bewegung aufeinander.</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>Die Transkription selbst wird nie verlangsamt.</translation>
    </message>
</context>
<context>
    <name>AudioTrackMenu</name>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Token canvas</source>
        <translation>Token-Canvas</translation>
    </message>
    <message>
        <source>Empty. It shows how noise turns into text while audio is transcribed.</source>
        <translation>Leer. Hier sieht man, wie aus Rauschen Text wird, während transkribiert wird.</translation>
    </message>
    <message>
        <source>Listening to the sound…</source>
        <translation>Der Ton wird angehört …</translation>
    </message>
    <message>
        <source>The model is loading. The file starts automatically afterwards.</source>
        <translation>Das Modell wird geladen. Danach beginnt die Datei automatisch.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>Hier wird aus Rauschen Text.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>Eine Aufnahme läuft.</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal arbeitet noch.</translation>
    </message>
    <message>
        <source>If you close now, the recording so far stays in the recordings folder.</source>
        <translation>Wenn Sie jetzt schließen, bleibt das bisher Aufgenommene im Ordner für Aufnahmen.</translation>
    </message>
    <message>
        <source>%n file(s) are unfinished. You can resume them next time.</source>
        <translation>%n Datei ist nicht fertig. Sie können sie beim nächsten Mal fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>No steps yet</source>
        <translation>Noch keine Schritte</translation>
    </message>
    <message>
        <source>Start: noise</source>
        <translation>Anfang: Rauschen</translation>
    </message>
    <message>
        <source>Settled at step {step}, checked until {last}</source>
        <translation>Steht seit Schritt {step}, geprüft bis {last}</translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>Ergebnis nach %n Schritt</numerusform>
            <numerusform>Ergebnis nach %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Start: noise and draft</source>
        <translation>Start: Rauschen und Entwurf</translation>
    </message>
    <message>
        <source>Start: draft</source>
        <translation>Start: Entwurf</translation>
    </message>
    <message>
        <source>Draft, as heard</source>
        <translation>Entwurf, wie gehört</translation>
    </message>
    <message>
        <source>The text did not fit</source>
        <translation>Der Text passte nicht</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>%n Schritt genutzt</numerusform>
            <numerusform>Alle %n Schritte genutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>Steht nach %n Schritt</numerusform>
            <numerusform>Steht nach %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms · {share} settled</source>
        <translation>{ms} ms · {share} stehen fest</translation>
    </message>
    <message>
        <source>Measured: the time of this step, and the share of the text that was settled at it</source>
        <translation>Gemessen: die Zeit dieses Schritts und der Anteil des Textes, der dabei feststand</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Entstehung noch einmal ansehen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What the grounds and strokes on the canvas mean</source>
        <translation>Was die Hinterlegungen und Striche auf dem Canvas bedeuten</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Fold the canvas; the transcript takes its place</source>
        <translation>Canvas einklappen; das Transkript nimmt seinen Platz ein</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Follow the running transcription again</source>
        <translation>Der laufenden Transkription wieder folgen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save the annealing as a film, or as a page to step through</source>
        <translation>Die Entstehung als Film speichern oder als Seite zum Durchgehen</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Tempo der Animation</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>Wie schnell die Schritte gezeigt werden. Die Transkription selbst wird nie verlangsamt.</translation>
    </message>
    <message>
        <source>Text where it has settled, the given noise elsewhere (L changes)</source>
        <translation>Text, wo er feststeht, sonst das gegebene Rauschen (L wechselt)</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Vermutung</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>Die Tokens, die das Modell in diesem Schritt bekam (L wechselt)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>Überall das wahrscheinlichste Token: der bisherige Text (L wechselt)</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>A small model that comes with Anneal. Treat what it writes as a draft.</source>
        <translation>Ein kleines Modell, das mit Anneal kommt. Betrachten Sie, was es schreibt, als Entwurf.</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht fertig</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Jetzt verwenden</translation>
    </message>
    <message>
        <source>Transcribe with this model from now on</source>
        <translation>Ab jetzt mit diesem Modell transkribieren</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>Erneut herunterladen …</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
    <message>
        <source>First you see what it takes; nothing is fetched before you agree</source>
        <translation>Erst sehen Sie, was es braucht; nichts wird geholt, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compare every file with its checksum</source>
        <translation>Jede Datei mit ihrer Prüfsumme vergleichen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show its folder in the file manager</source>
        <translation>Seinen Ordner in der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>What its makers say and measured</source>
        <translation>Was seine Urheber sagen und gemessen haben</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Löschen, was bisher davon da ist</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete the model from this computer</source>
        <translation>Das Modell von diesem Computer löschen</translation>
    </message>
    <message>
        <source>It is in use: to delete it, choose another model first.</source>
        <translation>Es ist in Gebrauch: Um es zu löschen, wählen Sie erst ein anderes Modell.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>Es kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Every value that the model is decoded with, and where it was read</source>
        <translation>Jeder Wert, mit dem das Modell dekodiert wird, und wo er gelesen wurde</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>But the settings say CPU: choose the automatic device there.</source>
        <translation>Aber in den Einstellungen steht CPU: Wählen Sie dort das automatische Gerät.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Resume download</source>
        <translation>Download fortsetzen</translation>
    </message>
    <message>
        <source>Here so far</source>
        <translation>Bisher hier</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Herunterzuladen</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Long speech</source>
        <translation>Lange Aufnahmen</translation>
    </message>
    <message>
        <source>As its authors published it; not measured here.</source>
        <translation>Wie von seinen Urhebern veröffentlicht; hier nicht gemessen.</translation>
    </message>
    <message>
        <source>Published errors</source>
        <translation>Veröffentlichte Fehler</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Its authors&apos;, on a card of theirs; other figures of theirs disagree.</source>
        <translation>Angaben der Autoren, auf einer ihrer Karten; andere ihrer Zahlen widersprechen dem.</translation>
    </message>
    <message>
        <source>Published speed</source>
        <translation>Veröffentlichte Geschwindigkeit</translation>
    </message>
    <message>
        <source>For a second opinion: {name}</source>
        <translation>Für eine zweite Meinung: {name}</translation>
    </message>
    <message>
        <source>There is a much larger model: {name}</source>
        <translation>Es gibt ein viel größeres Modell: {name}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>How often the small one errs is in its model card.</source>
        <translation>Wie oft das kleine irrt, steht in seiner Modellkarte.</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>Es braucht</translation>
    </message>
    <message>
        <source>Would it run here?</source>
        <translation>Liefe es hier?</translation>
    </message>
    <message>
        <source>See what it is, what it takes, and how it would run on this computer</source>
        <translation>Sehen, was es ist, was es braucht und wie es auf diesem Computer liefe</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Checking this computer…</source>
        <translation>Dieser Computer wird geprüft …</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They contain no personal data.</source>
        <translation>Die Diagnose ist in der Zwischenablage. Sie enthält keine persönlichen Daten.</translation>
    </message>
</context>
<context>
    <name>DictationController</name>
    <message>
        <source>Start or stop dictation</source>
        <translation>Diktat starten oder beenden</translation>
    </message>
    <message>
        <source>Recording. {shortcut} stops it.</source>
        <translation>Aufnahme läuft. {shortcut} beendet sie.</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>Die Aufnahme wurde verworfen.</translation>
    </message>
    <message>
        <source>The transcription was cancelled.</source>
        <translation>Die Transkription wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>Es war nichts zu hören.</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Typed, and copied to the clipboard.</source>
        <translation>Getippt und in die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Es wurde nichts getippt.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
</context>
<context>
    <name>DictationSettingsPage</name>
    <message>
        <source>Press the shortcut in any program and speak; press it again, and the text is on the clipboard.</source>
        <translation>Drücken Sie das Kürzel in einem beliebigen Programm und sprechen Sie; drücken Sie es noch einmal, und der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Your desktop has set it to {key}.</source>
        <translation>Ihr Desktop hat es auf {key} gelegt.</translation>
    </message>
    <message>
        <source>{key} works in every program now.</source>
        <translation>{key} wirkt jetzt in jedem Programm.</translation>
    </message>
    <message>
        <source>Asking your desktop for the shortcut…</source>
        <translation>Der Desktop wird um das Kürzel gebeten …</translation>
    </message>
    <message>
        <source>Where the cursor is, once the text is final. It is in the library as well.</source>
        <translation>Dort, wo der Cursor steht, sobald der Text fertig ist. Er ist auch in der Bibliothek.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Dictate anywhere</source>
        <translation>Überall diktieren</translation>
    </message>
    <message>
        <source>Record from any program</source>
        <translation>Aus jedem Programm aufnehmen</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Click, then press the keys</source>
        <translation>Klicken, dann die Tasten drücken</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Type the text into the program in front</source>
        <translation>Den Text in das Programm im Vordergrund tippen</translation>
    </message>
    <message>
        <source>A shortcut starts and stops recording</source>
        <translation>Ein Kürzel startet und beendet die Aufnahme</translation>
    </message>
    <message>
        <source>Also type the text</source>
        <translation>Den Text auch tippen</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Listening again…</source>
        <translation>Hört noch einmal hin …</translation>
    </message>
    <message>
        <source>The model finishes the current segment first.</source>
        <translation>Das Modell beendet zuerst den laufenden Abschnitt.</translation>
    </message>
    <message>
        <source>The current file is finished first.</source>
        <translation>Die laufende Datei wird zuerst beendet.</translation>
    </message>
    <message>
        <source>The result is the same.</source>
        <translation>Das Ergebnis ist dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>← → to hear them</source>
        <translation>← → zum Anhören</translation>
    </message>
    <message>
        <source>Old and new, word by word</source>
        <translation>Alt und neu, Wort für Wort</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Listen again, starting from other noise</source>
        <translation>Noch einmal anhören, von anderem Rauschen aus</translation>
    </message>
    <message>
        <source>Use the new words; you can undo this</source>
        <translation>Die neuen Wörter verwenden; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Keep original</source>
        <translation>Original behalten</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to transcribe</source>
        <translation>Zum Transkribieren loslassen</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>You corrected “{wrong}” to “{right}” twice.</source>
        <translation>Sie haben „{wrong}“ zweimal zu „{right}“ berichtigt.</translation>
    </message>
    <message>
        <source>Always write it so</source>
        <translation>Immer so schreiben</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Dieses Transkript exportieren</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>Wiederholung schließen</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Hier teilen</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Mit dem nächsten Abschnitt verbinden</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Diesen Abschnitt löschen</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Entstehung noch einmal ansehen</translation>
    </message>
    <message>
        <source>Save the annealing…</source>
        <translation>Entstehung speichern …</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Nächstes Wort prüfen</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Anderes Wort …</translation>
    </message>
    <message>
        <source>Listen again…</source>
        <translation>Neu anhören …</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Welle, Spektrogramm oder beides</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Diesen Abschnitt wiederholen</translation>
    </message>
    <message>
        <source>Underline words to check</source>
        <translation>Wörter zum Prüfen unterstreichen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{file} has moved or was deleted. You can correct the text, but not play it.</source>
        <translation>{file} wurde verschoben oder gelöscht. Sie können den Text korrigieren, aber nicht abspielen.</translation>
    </message>
    <message>
        <source>Locate file…</source>
        <translation>Datei suchen …</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored.</source>
        <translation>Die Schritte dieses Abschnitts sind nicht mehr gespeichert.</translation>
    </message>
    <message>
        <source>Use the raw text of the canvas</source>
        <translation>Rohtext des Canvas verwenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Mit Zeiten kopieren</translation>
    </message>
</context>
<context>
    <name>EditorWaveform</name>
    <message>
        <source>Computing the spectrogram… {time}</source>
        <translation>Spektrogramm wird berechnet … {time}</translation>
    </message>
    <message>
        <source>{time}: click to play, wheel to zoom</source>
        <translation>{time}: Klick spielt ab, Mausrad vergrößert</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>wird transkribiert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkripte</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Noch kein Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A recording is running.</source>
        <translation>Eine Aufnahme läuft.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong there.</source>
        <translation>Ein kleines Matrixprodukt kam dort falsch heraus.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation>Ein kleines Matrixprodukt kam falsch heraus.</translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation>Ein Transkript konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation>Erlauben Sie den Mikrofonzugriff in den Datenschutzeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation>Anneal darf das Mikrofon nicht verwenden.</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>Ein anderes Programm belegt es.</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>Ein anderes Programm hält sie gesperrt</translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation>Bitten Sie den Eigentümer um Leserechte, oder kopieren Sie die Datei in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.</source>
        <translation>In Schritt {step} hat das Modell etwas berechnet, das keine Zahl ist. Seine Gewichte sind beschädigt oder zu groß für dieses Gerät.</translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation>Prüfen Sie Repository und Revision.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation>Prüfen Sie, ob Adapter und Backbone zusammengehören, und installieren Sie beide neu.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation>Prüfen Sie, ob Adapter und Backbone zusammengehören.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation>Prüfen Sie, ob es angeschlossen ist, oder wählen Sie ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, then play again.</source>
        <translation>Prüfen Sie, ob sie angeschlossen ist, und spielen Sie noch einmal ab.</translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation>Prüfen Sie, ob Repository und Revision stimmen, oder nutzen Sie den eigenen Code des Adapters (Referenzausführung).</translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation>Prüfen Sie, ob der Datenträger noch verbunden ist, oder kopieren Sie die Datei in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation>Prüfen Sie, ob das richtige Mikrofon oder die richtige Tonspur verwendet wurde und nicht stumm war, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the model&apos;s files, or choose another device.</source>
        <translation>Prüfen Sie die Dateien des Modells, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation>Prüfen Sie Namen und Ordner, oder wählen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Check the network and go on: what was downloaded is kept.</source>
        <translation>Prüfen Sie das Netz und fahren Sie fort: Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and NO_PROXY.</source>
        <translation>Prüfen Sie die Variablen HTTPS_PROXY und NO_PROXY.</translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation>Prüfen Sie, welchen Encoder und welches Backbone der Adapter nennt.</translation>
    </message>
    <message>
        <source>Choose a model that denoises.</source>
        <translation>Wählen Sie ein Modell, das entrauscht.</translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation>Wählen Sie den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation>Wählen Sie ein Video mit Ton.</translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation>Wählen Sie eine Audio- oder Videodatei, etwa wav, mp3, m4a, flac, ogg, mp4 oder mkv.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room. Your library is not touched.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz. Ihre Bibliothek ist unberührt.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation>Wählen Sie eine andere Sprache oder ein Modell, das diese kennt.</translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation>Wählen Sie ein anderes Mikrofon, wenn sie beendet ist.</translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation>Wählen Sie in den Einstellungen ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another place, or make room. What is kept of it in your library is not touched.</source>
        <translation>Wählen Sie einen anderen Ort oder schaffen Sie Platz. Was davon in Ihrer Bibliothek ist, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation>Wählen Sie auto, cpu oder cuda.</translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation>Wählen Sie eine der vorhandenen Tonspuren.</translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation>Wählen Sie wieder dieses Modell, oder transkribieren Sie von vorn.</translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation>Wählen Sie das Gerät cpu oder auto.</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>Wählen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation>Wählen Sie den Ordner der Revision, der Sie zugestimmt haben.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation>Schließen Sie beim nächsten Mal andere Programme.</translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation>Schließen Sie andere Programme, transkribieren Sie weniger Abschnitte gleichzeitig, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation>Schließen Sie dieses Programm, oder wählen Sie ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation>Wandeln Sie die Datei mit dem Programm, das sie erstellt hat, in wav, flac, mp3 oder m4a um.</translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation>Kopieren oder laden Sie die Datei erneut, oder wandeln Sie sie mit dem Programm um, das sie erstellt hat.</translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation>Kopieren oder laden Sie die Datei erneut; ist sie das Original, hilft vielleicht ein Reparaturprogramm für MP4-Dateien.</translation>
    </message>
    <message>
        <source>Copy the folder again from where it came, or download the model.</source>
        <translation>Kopieren Sie den Ordner noch einmal von dort, woher er kam, oder laden Sie das Modell herunter.</translation>
    </message>
    <message>
        <source>Damaged sound was left out at {time}.</source>
        <translation>Bei {time} wurde beschädigter Ton ausgelassen.</translation>
    </message>
    <message>
        <source>Damaged sound was left out in {count} places, the first at {time}.</source>
        <translation>An {count} Stellen wurde beschädigter Ton ausgelassen, zuerst bei {time}.</translation>
    </message>
    <message>
        <source>Delete the model and import it again.</source>
        <translation>Löschen Sie das Modell und importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Download it again, or trust whoever gave it to you.</source>
        <translation>Laden Sie es erneut herunter, oder vertrauen Sie dem, von dem Sie es haben.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation>Laden Sie es mit `hf download {download}` herunter, oder legen Sie seinen Ordner neben das Modell.</translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation>Laden Sie den Adapter erneut in einer genauen Revision herunter.</translation>
    </message>
    <message>
        <source>Download the model again: only what is wrong is fetched.</source>
        <translation>Laden Sie das Modell erneut herunter: Nur was falsch ist, wird geholt.</translation>
    </message>
    <message>
        <source>Downloads are switched off.</source>
        <translation>Downloads sind abgeschaltet.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>Schaffen Sie Platz und fahren Sie fort: Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie den Ordner. Was bis dahin geschrieben wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie HF_HOME auf einen Ordner auf einer größeren Platte.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.</source>
        <translation>Fahren Sie in einigen Minuten fort; mit einem Zugriffstoken ist die Grenze höher. Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Go on later: what was downloaded is kept.</source>
        <translation>Fahren Sie später fort: Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Han</source>
        <translation>chinesischen</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation>Warten Sie beim nächsten Mal etwas länger.</translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation>Installieren Sie Anneal erneut, oder wählen Sie den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a whole Whisper.</source>
        <translation>Wählen Sie den Ordner, in dem Adapter, DiffusionGemma und Whisper liegen, jedes in einem eigenen Ordner, oder den eines ganzen Whisper.</translation>
    </message>
    <message>
        <source>A key such as Ctrl or Alt was held down.</source>
        <translation>Eine Taste wie Strg oder Alt wurde gehalten.</translation>
    </message>
    <message>
        <source>Anneal does not know this key.</source>
        <translation>Anneal kennt diese Taste nicht.</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>Ein anderes Programm benutzt es.</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>Ein anderes Fenster kam nach vorn.</translation>
    </message>
    <message>
        <source>Audio track {track} of {count} contains only silence, noise or music.</source>
        <translation>Tonspur {track} von {count} enthält nur Stille, Geräusche oder Musik.</translation>
    </message>
    <message>
        <source>Change fewer words at a time, or choose words with more sound.</source>
        <translation>Ändern Sie weniger Wörter auf einmal, oder wählen Sie Wörter mit mehr Ton.</translation>
    </message>
    <message>
        <source>Choose a text file.</source>
        <translation>Wählen Sie eine Textdatei.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Delete {file} if it stays so; only the voices are lost.</source>
        <translation>Löschen Sie {file}, falls das so bleibt; nur die Stimmen gehen verloren.</translation>
    </message>
    <message>
        <source>Dictation by a shortcut is offered on Linux only.</source>
        <translation>Das Diktat per Kürzel gibt es nur unter Linux.</translation>
    </message>
    <message>
        <source>In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.</source>
        <translation>In {folder} liegt kein ganzes Whisper mit config.json, tokenizer.json und den Gewichten seines Decoders.</translation>
    </message>
    <message>
        <source>Install Anneal again.</source>
        <translation>Installieren Sie Anneal neu.</translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation>Installieren Sie einen neueren Treiber, und starten Sie neu: `{command}`.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation>Installieren Sie sie (unter Debian und Ubuntu: libportaudio2), und starten Sie Anneal neu.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Installieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Install one in the models window, or with `anneal models install {name}`.</source>
        <translation>Installieren Sie eine im Fenster der Modelle oder mit `anneal models install {name}`.</translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation>Installieren Sie die CUDA-Fassung: `{command}`.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>It answered 401.</source>
        <translation>Er antwortete mit 401.</translation>
    </message>
    <message>
        <source>It answered 429: too many requests from this network.</source>
        <translation>Er antwortete mit 429: zu viele Anfragen aus diesem Netz.</translation>
    </message>
    <message>
        <source>It answered {status} for {repository}.</source>
        <translation>Er antwortete mit {status} für {repository}.</translation>
    </message>
    <message>
        <source>It answered {status} several times.</source>
        <translation>Er antwortete mehrmals mit {status}.</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>Sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>It contains only silence, noise or music.</source>
        <translation>Sie enthält nur Stille, Geräusche oder Musik.</translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation>Er gab {kind} zurück.</translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation>Sie hat Compute Capability {has}; torch {torch} wurde für {least} bis {most} gebaut.</translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation>Sie hat eine Tonspur.</translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation>Sie hat Version {version}, dieses Anneal kennt {newest}.</translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation>Sie hat {count} Tonspuren.</translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation>Sie enthält außer Gewichten auch Python-Objekte, die Code ausführen könnten: {reason}</translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation>Es ist eine Aufnahme ohne Länge.</translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation>Es ist ein Video ohne Tonspur.</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Sie ist beschädigt</translation>
    </message>
    <message>
        <source>It is in your library, and can be exported from there.</source>
        <translation>Er ist in Ihrer Bibliothek und lässt sich von dort exportieren.</translation>
    </message>
    <message>
        <source>It is not what was imported.</source>
        <translation>Sie ist nicht das, was importiert wurde.</translation>
    </message>
    <message>
        <source>It is not what {repository} holds.</source>
        <translation>Sie ist nicht das, was {repository} enthält.</translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it.</source>
        <translation>Er ist in der Zwischenablage: fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation>Sie ist schreibgeschützt</translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation>Es ist Revision {revision}; zugestimmt haben Sie {agreed}.</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>It lacks {tokens}.</source>
        <translation>Ihm fehlen: {tokens}.</translation>
    </message>
    <message>
        <source>It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.</source>
        <translation>Es braucht dort {needed} GB, mit etwas Reserve und Platz für gepackte Gewichte; {free} GB sind frei.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the model&apos;s canvas has {longest}.</source>
        <translation>Er braucht {needed} Tokens; der Canvas des Modells hat {longest}.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the sound has room for {longest}.</source>
        <translation>Er braucht {needed} Tokens; der Ton hat Platz für {longest}.</translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation>Sie wurde mit {before} begonnen.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>Es wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation>Sie wurde aus den Journalen neu aufgebaut, nichts fehlt. Die alte wurde als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Name ist falsch geschrieben.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>It writes from left to right.</source>
        <translation>Es schreibt von links nach rechts.</translation>
    </message>
    <message>
        <source>Its authors ask everybody to agree to their terms first.</source>
        <translation>Seine Urheber bitten alle, erst ihren Bedingungen zuzustimmen.</translation>
    </message>
    <message>
        <source>Its authors want to know who downloads it, and no access token was given.</source>
        <translation>Seine Urheber wollen wissen, wer es herunterlädt, und es wurde kein Zugriffstoken angegeben.</translation>
    </message>
    <message>
        <source>Its checksum is compared.</source>
        <translation>Seine Prüfsumme wird verglichen.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that the hub&apos;s cache promises.</source>
        <translation>Ihre Prüfsumme ist nicht die, die der Zwischenspeicher des Hubs verspricht.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that {repository} promises, twice in a row.</source>
        <translation>Ihre Prüfsumme ist zweimal hintereinander nicht die, die {repository} verspricht.</translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation>Ihr Treiber antwortet nicht: Er ist nicht geladen, oder er wurde aktualisiert und der Computer seither nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation>Ihr Treiber {driver} antwortet, aber torch {torch} für CUDA {needs} findet keine Karte.</translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation>Ihr Treiber {driver} unterstützt CUDA bis {has}; das installierte torch braucht {needs}.</translation>
    </message>
    <message>
        <source>Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.</source>
        <translation>Sein Encoder und Projektor machen aus Stille Werte, die keine Zahlen sind. Gewichte, die keine sind: {weights}.</translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation>Das Format ist hier unbekannt, oder die Datei ist gleich am Anfang beschädigt.</translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation>Ihr Index fehlt, den Rekorder und Kameras zuletzt schreiben; deshalb ist nichts darin auffindbar.</translation>
    </message>
    <message>
        <source>Its parts are not all here.</source>
        <translation>Nicht alle Teile sind da.</translation>
    </message>
    <message>
        <source>Its portal has no remote keyboard.</source>
        <translation>Sein Portal hat keine ferne Tastatur.</translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation>Sein Projektor führt von {width_in} nach {width_out}, aber die Frames des Encoders sind {frame_width} breit und die Tokens des Backbones {token_width}.</translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation>Die Revision ist nicht genau: {revision} ist kein vollständiger Commit-Hash.</translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation>Seine Form ist {shape}; gebraucht wird ein Kanal mit 16 kHz und mindestens einem Sample.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded, or memory ran out.</source>
        <translation>Der Ton ließ sich nicht dekodieren, oder der Speicher reichte nicht.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded.</source>
        <translation>Ihr Ton ließ sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation>Ihr Ton ist verschlüsselt (DRM) und nur mit dem Player lesbar, für den sie gekauft wurde.</translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation>Der Text ist gesichert. Schaffen Sie Platz auf dem Datenträger, oder bewahren Sie weniger Wiedergaben auf.</translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation>Sein Vokabular hat keine {script} Schriftzeichen.</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>lateinischen</translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation>Zum Laden werden {needs} GB Arbeitsspeicher gebraucht; {free} GB sind frei.</translation>
    </message>
    <message>
        <source>Look at {link}, or update Anneal.</source>
        <translation>Sehen Sie auf {link} nach, oder aktualisieren Sie Anneal.</translation>
    </message>
    <message>
        <source>Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.</source>
        <translation>Machen Sie auf huggingface.co unter Settings, Access Tokens ein neues Token, und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Make it readable or choose another one in the settings; Anneal goes on trying.</source>
        <translation>Machen Sie ihn lesbar oder wählen Sie in den Einstellungen einen anderen; Anneal versucht es weiter.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder machen Sie den Ordner beschreibbar, und starten Sie Anneal neu.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder machen Sie den Ordner beschreibbar; was zu sehen ist, lässt sich exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation>Machen Sie den Ordner {folder} lesbar.</translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation>Machen Sie den Ordner der Bibliothek beschreibbar.</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation>Es fehlt: {missing}. Unbekannt: {unknown}.</translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation>Mischen Sie die Kanäle zuerst zusammen und rechnen Sie die Abtastrate um, oder übergeben Sie eine Datei.</translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation>Weder Checkpoint noch Quelltext nennen es, und das Vokabular des Backbones hat keines von {texts}.</translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation>Es ist keine CUDA-Karte verwendbar.</translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation>Kein Adapter in {folder}.</translation>
    </message>
    <message>
        <source>No key of this keyboard layout gives it.</source>
        <translation>Keine Taste dieser Tastaturbelegung ergibt es.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Es wurde kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation>Kein Modell in {folder}.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>No session bus answers.</source>
        <translation>Kein Sitzungsbus antwortet.</translation>
    </message>
    <message>
        <source>None of its sizes is installed.</source>
        <translation>Keine seiner Größen ist installiert.</translation>
    </message>
    <message>
        <source>Not found: {missing}.</source>
        <translation>Nicht gefunden: {missing}.</translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation>Nicht verstanden: {names}.</translation>
    </message>
    <message>
        <source>Nothing can be played yet.</source>
        <translation>Noch lässt sich nichts abspielen.</translation>
    </message>
    <message>
        <source>Nothing can be played.</source>
        <translation>Es lässt sich nichts abspielen.</translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation>Nichts darin war als Ton zu erkennen, oder sie ist von Anfang an beschädigt.</translation>
    </message>
    <message>
        <source>Nothing is known about where its files came from.</source>
        <translation>Woher seine Dateien stammen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing of {repository} came for a while, in several tries.</source>
        <translation>Von {repository} kam eine Weile nichts, in mehreren Versuchen.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation>Allein auf dem Prozessor, der für Sekunden Ton Minuten braucht, benötigt es {needs} GB Arbeitsspeicher, von dem {free} GB frei sind.</translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation>Nur Dateien können transkribiert werden.</translation>
    </message>
    <message>
        <source>Open {link}, agree, and try again. Some authors answer only after a while.</source>
        <translation>Öffnen Sie {link}, stimmen Sie zu, und versuchen Sie es erneut. Manche Urheber antworten erst nach einer Weile.</translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation>Vielleicht wurde sie gleich nach dem Start gestoppt; nehmen Sie neu auf, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Play it when the recording has ended.</source>
        <translation>Spielen Sie ab, wenn die Aufnahme beendet ist.</translation>
    </message>
    <message>
        <source>Please look for the speakers again.</source>
        <translation>Bitte suchen Sie die Sprecher noch einmal.</translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation>Öffnen Sie das Transkript erneut, und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation>Bitte aktualisieren Sie Anneal. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers, or choose an output in the system&apos;s sound settings.</source>
        <translation>Schließen Sie Kopfhörer oder Lautsprecher an, oder wählen Sie in den Toneinstellungen des Systems eine Ausgabe.</translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation>Schließen Sie eines an und drücken Sie erneut auf „Aufnehmen“, oder öffnen Sie stattdessen eine Datei.</translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation>Lesen Sie den Code dieser Revision und stimmen Sie ihm zu, oder lassen Sie die Referenzausführung aus.</translation>
    </message>
    <message>
        <source>Record in the window instead.</source>
        <translation>Nehmen Sie stattdessen im Fenster auf.</translation>
    </message>
    <message>
        <source>Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).</source>
        <translation>Nehmen Sie das Mikrofon auf, oder installieren Sie sie (unter Debian und Ubuntu: pulseaudio-utils).</translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation>Nehmen Sie erneut auf, oder kopieren oder laden Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation>Aufnehmen ist noch nicht möglich.</translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation>Die Aufnahme wurde gestoppt, bevor Ton ankam.</translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation>Installieren Sie torch neu, und testen Sie den Speicher des Computers.</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>Entfernen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation>Melden Sie dies den Autoren.</translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation>Starten Sie den Computer neu. Hilft das nicht, installieren Sie den Treiber erneut: `{command}`.</translation>
    </message>
    <message>
        <source>See at {link} whether you must agree to something, and whether your token may read gated repositories.</source>
        <translation>Sehen Sie auf {link} nach, ob Sie etwas zustimmen müssen, und ob Ihr Token geschützte Repositorys lesen darf.</translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation>Prüfen Sie, ob CUDA_VISIBLE_DEVICES nicht leer ist und Sie /dev/nvidia0 öffnen dürfen; fragen Sie dann `nvidia-smi`.</translation>
    </message>
    <message>
        <source>See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.</source>
        <translation>Sehen Sie nach, ob die Uhr stimmt. Wo eine Firma ihren Verkehr prüft, setzen Sie SSL_CERT_FILE auf ihr Zertifikat.</translation>
    </message>
    <message>
        <source>See that the folder can be written to.</source>
        <translation>Sehen Sie nach, ob in den Ordner geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Show where it is now; the text is kept in any case.</source>
        <translation>Zeigen Sie, wo sie jetzt ist; der Text bleibt in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>Show where the recording is now; the text is kept in any case.</source>
        <translation>Zeigen Sie, wo die Aufnahme jetzt ist; der Text bleibt auf jeden Fall erhalten.</translation>
    </message>
    <message>
        <source>Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.</source>
        <translation>Melden Sie sich auf {link} an, stimmen Sie dort zu, machen Sie unter Settings, Access Tokens ein Token, und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation>Einige Einstellungen ergaben keinen Sinn.</translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation>Etwas konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation>Es ist etwas schiefgegangen, womit Anneal nicht gerechnet hat.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Split the segment first, or change fewer words at a time.</source>
        <translation>Teilen Sie den Abschnitt zuerst, oder ändern Sie weniger Wörter auf einmal.</translation>
    </message>
    <message>
        <source>Switch dictation off and on again.</source>
        <translation>Schalten Sie das Diktat aus und wieder ein.</translation>
    </message>
    <message>
        <source>Switch it off and on to be asked again.</source>
        <translation>Schalten Sie es aus und ein, um wieder gefragt zu werden.</translation>
    </message>
    <message>
        <source>That needs PulseAudio or PipeWire, and their programs pactl and parec.</source>
        <translation>Dafür braucht es PulseAudio oder PipeWire und deren Programme pactl und parec.</translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation>Die CPU rechnet falsch.</translation>
    </message>
    <message>
        <source>The X server cannot be used for dictation.</source>
        <translation>Der X-Server kann für das Diktat nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The access token could not be kept.</source>
        <translation>Das Zugriffstoken konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation>Der Adapter lässt sich mit seinem eigenen Code nicht laden.</translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation>Der Adapter ist in seinem eigenen Code gescheitert.</translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation>Der Adapter in {folder} widerspricht sich selbst.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation>Der Adapter in {folder} ist unvollständig.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation>Den Aufbau des Adapters in {folder} kennt Anneal nicht.</translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation>Das LoRA des Adapters passt nicht zum Backbone.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation>Der eigene Code des Adapters lieferte keinen Text.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation>Der eigene Code des Adapters wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation>Unbekannt im Adapter: {part}.</translation>
    </message>
    <message>
        <source>The annealing could not be written to {file}.</source>
        <translation>Die Entstehung konnte nicht in {file} geschrieben werden.</translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation>Das Backbone in {folder} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation>Das Backbone in {folder} passt nicht zu seiner Konfiguration.</translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation>Die Karte {card} kann nicht in bf16 rechnen; das geht ab Compute Capability 8.0.</translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation>Die Karte {card} funktioniert nicht.</translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation>Die Karte {card} wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation>Der Computer war zu ausgelastet, um mitzukommen.</translation>
    </message>
    <message>
        <source>The copy needs {needed} GB with some margin, and {free} GB are free.</source>
        <translation>Die Kopie braucht {needed} GB mit etwas Reserve, und {free} GB sind frei.</translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation>Der dekodierte Ton konnte nicht in einer temporären Datei abgelegt werden.</translation>
    </message>
    <message>
        <source>The desktop cannot be asked.</source>
        <translation>Der Desktop kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>Der Desktop hat es nicht erlaubt.</translation>
    </message>
    <message>
        <source>The desktop has taken the shortcut for dictation back.</source>
        <translation>Der Desktop hat das Kürzel für das Diktat zurückgenommen.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer</source>
        <translation>Das Portal des Desktops antwortet nicht</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Platte ist voll.</translation>
    </message>
    <message>
        <source>The download could not be written.</source>
        <translation>Der Download konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The download stands still.</source>
        <translation>Der Download steht still.</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>Der Export konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation>Die Datei ist null Bytes groß: Eine Aufnahme, Kopie oder ein Download wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The file has no sound for {length} from {time} on; silence stands there.</source>
        <translation>Ab {time} enthält die Datei {length} lang keinen Ton; dort steht Stille.</translation>
    </message>
    <message>
        <source>The file has no sound in {count} places, for {length} in all, the first at {time}.</source>
        <translation>Die Datei enthält an {count} Stellen keinen Ton, zusammen {length}, zuerst bei {time}.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation>Die Datei ist beschädigt, oder sie ist etwas anderes unter dem Namen einer Audiodatei.</translation>
    </message>
    <message>
        <source>The file seems to end early, after {heard}.</source>
        <translation>Die Datei scheint zu früh zu enden, nach {heard}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>Die Datei {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation>Der Ordner enthält Revision {held}, nicht {revision}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>Der Ordner {folder} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The hub answered 403.</source>
        <translation>Der Hub antwortete mit 403.</translation>
    </message>
    <message>
        <source>The hub answered 404.</source>
        <translation>Der Hub antwortete mit 404.</translation>
    </message>
    <message>
        <source>The hub answered {status}: it was moved, renamed or taken down.</source>
        <translation>Der Hub antwortete mit {status}: Es wurde verschoben, umbenannt oder entfernt.</translation>
    </message>
    <message>
        <source>The hub asks to slow down.</source>
        <translation>Der Hub bittet, langsamer zu machen.</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>Der Hub ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The hub does not know this access token.</source>
        <translation>Der Hub kennt dieses Zugriffstoken nicht.</translation>
    </message>
    <message>
        <source>The hub has a problem of its own.</source>
        <translation>Der Hub hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>The hub refused.</source>
        <translation>Der Hub hat abgelehnt.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate was not accepted.</source>
        <translation>Das Zertifikat des Hubs wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation>Das installierte torch hat keinen Code für die Karte {card}.</translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation>Das installierte torch wurde nur für die CPU gebaut.</translation>
    </message>
    <message>
        <source>The keyboard layout lacks letters of it, and has no free key to put them on.</source>
        <translation>Der Tastaturbelegung fehlen Buchstaben davon, und sie hat keine freie Taste dafür.</translation>
    </message>
    <message>
        <source>The language models {file} cannot be read.</source>
        <translation>Die Sprachmodelle {file} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation>Das Mikrofon konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation>Das Mikrofon ist belegt.</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation>Das Mikrofon lieferte keinen Ton mehr.</translation>
    </message>
    <message>
        <source>The microphone was recorded to the end.</source>
        <translation>Das Mikrofon wurde bis zum Ende aufgenommen.</translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation>Modell und Aufnahme passen nicht neben das, was sonst in Gebrauch ist.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation>Das Modell in {folder} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation>Das Modell in {folder} hat die Formatversion {version}.</translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation>Das Modell in {folder} ist unvollständig.</translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation>Das Modell lieferte kein Ergebnis.</translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation>Das Modell {name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The new words were not put in.</source>
        <translation>Die neuen Wörter wurden nicht eingesetzt.</translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation>Die alte Datei konnte nicht beiseitegelegt werden. Anneal verwendet die Standardwerte.</translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation>Die alte Datei wurde als {file} aufbewahrt. Anneal verwendet die Standardwerte.</translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation>Die Teile von {model} gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>The playback stopped.</source>
        <translation>Die Wiedergabe wurde angehalten.</translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation>Der Projektor von {model} passt nicht zu seiner Beschreibung.</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>Der Proxy ließ den Download nicht durch.</translation>
    </message>
    <message>
        <source>The recording could not be read while it was made.</source>
        <translation>Die Aufnahme konnte nicht gelesen werden, während sie entstand.</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>Die Aufnahme konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation>Die Aufnahme endete vorzeitig.</translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation>Die Aufnahme hat Lücken.</translation>
    </message>
    <message>
        <source>The remembered voices cannot be read.</source>
        <translation>Die gemerkten Stimmen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The request was declined.</source>
        <translation>Die Anfrage wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The segment was changed meanwhile.</source>
        <translation>Der Abschnitt wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} cannot be used.</source>
        <translation>Das Kürzel {shortcut} kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} is taken.</source>
        <translation>Das Kürzel {shortcut} ist vergeben.</translation>
    </message>
    <message>
        <source>The sound ends early: there are {heard} of {promised}.</source>
        <translation>Der Ton endet zu früh: {heard} von {promised} sind da.</translation>
    </message>
    <message>
        <source>The sound from {start} s to {end} s could not be read.</source>
        <translation>Der Ton von {start} s bis {end} s konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation>Der Ton in {file} kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>Die Tonbibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>The sound of the computer is missing from some moment on.</source>
        <translation>Der Ton des Computers fehlt ab einem bestimmten Moment.</translation>
    </message>
    <message>
        <source>The sound of this computer cannot be recorded.</source>
        <translation>Der Ton dieses Computers kann nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>The sound output is gone.</source>
        <translation>Die Tonausgabe ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The sound server stopped sending it.</source>
        <translation>Der Tonserver hat aufgehört, ihn zu senden.</translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation>Das Tonsystem hat es nicht angenommen.</translation>
    </message>
    <message>
        <source>The spectrogram of {file} could not be computed.</source>
        <translation>Das Spektrogramm von {file} konnte nicht berechnet werden.</translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation>Der Sprach-Encoder in {folder} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation>Die Schritte eines Abschnitts konnten nicht zur Wiedergabe aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>Das System erlaubt es nicht.</translation>
    </message>
    <message>
        <source>The system has no sound output that works.</source>
        <translation>Das System hat keine Tonausgabe, die funktioniert.</translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation>Das System führt keinen Toneingang auf.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>Das System meldet: {reason}.</translation>
    </message>
    <message>
        <source>The text goes to the clipboard: paste it.</source>
        <translation>Der Text kommt in die Zwischenablage: fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation>Der Text wurde inzwischen in einem anderen Fenster geändert.</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>Der Text wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>The text was not typed to its end.</source>
        <translation>Der Text wurde nicht bis zum Ende getippt.</translation>
    </message>
    <message>
        <source>The text was not typed.</source>
        <translation>Der Text wurde nicht getippt.</translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation>Die Transkription endete vorzeitig.</translation>
    </message>
    <message>
        <source>The variable HF_HUB_OFFLINE is set.</source>
        <translation>Die Variable HF_HUB_OFFLINE ist gesetzt.</translation>
    </message>
    <message>
        <source>The vocabulary of {model} is another model&apos;s.</source>
        <translation>Das Vokabular von {model} gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>The voice could not be remembered.</source>
        <translation>Die Stimme konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>The voice encoder {file} cannot be read.</source>
        <translation>Der Stimmen-Encoder {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The waveform is shown in its place.</source>
        <translation>An seiner Stelle steht die Wellenform.</translation>
    </message>
    <message>
        <source>This desktop lets no program type.</source>
        <translation>Dieser Desktop lässt kein Programm tippen.</translation>
    </message>
    <message>
        <source>This desktop offers no global shortcuts.</source>
        <translation>Dieser Desktop bietet keine globalen Kürzel.</translation>
    </message>
    <message>
        <source>This is too much text for the sound.</source>
        <translation>Das ist zu viel Text für den Ton.</translation>
    </message>
    <message>
        <source>Under Wayland only the desktop itself can give them, by its portal, and this one does not.</source>
        <translation>Unter Wayland kann nur der Desktop selbst sie geben, durch sein Portal, und dieser tut es nicht.</translation>
    </message>
    <message>
        <source>Use KDE Plasma, GNOME 48 or newer, or a session on X11.</source>
        <translation>Benutzen Sie KDE Plasma, GNOME 48 oder neuer, oder eine Sitzung unter X11.</translation>
    </message>
    <message>
        <source>What was said is in the file: open {file} to transcribe it.</source>
        <translation>Was gesagt wurde, ist in der Datei: Öffnen Sie {file}, um es zu transkribieren.</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>{shortcut} cannot be a global shortcut.</source>
        <translation>{shortcut} kann kein globales Kürzel sein.</translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation>Das Vokabular {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Choose a line of text and listen to that again.</source>
        <translation>Wählen Sie eine Textzeile und lassen Sie diese noch einmal anhören.</translation>
    </message>
    <message>
        <source>No speech found in {file}.</source>
        <translation>In {file} wurde keine Sprache gefunden.</translation>
    </message>
    <message>
        <source>Please listen to it again.</source>
        <translation>Bitte lassen Sie sie noch einmal anhören.</translation>
    </message>
    <message>
        <source>The text of {file} could not be written to {folder}.</source>
        <translation>Der Text von {file} konnte nicht nach {folder} geschrieben werden.</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read.</source>
        <translation>Der überwachte Ordner {folder} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation>Die Gewichte von {model} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation>Die Gewichte von {model} passen nicht zu seiner adapter.json.</translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>Das ganze Modell in bf16 braucht {needs} GB; auf {card} sind {free} von {total} GB frei.</translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation>{model} braucht einen Teil, der nicht hier ist: {part}.</translation>
    </message>
    <message>
        <source>There is a folder {folder}.</source>
        <translation>Es gibt schon einen Ordner {folder}.</translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation>Es gibt keine verwendbare CUDA-Karte.</translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation>In diesem Computer ist keine NVIDIA-Karte.</translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation>Darin ist keine adapter.json.</translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation>In {folder} ist keine adapter.safetensors.</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>Es gibt kein Gerät namens {device}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Die Datei {file} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation>Unter den Modellen gibt es keinen Ordner dieses Namens.</translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation>In {file} ist kein Ton.</translation>
    </message>
    <message>
        <source>There is no speech here.</source>
        <translation>Hier wird nicht gesprochen.</translation>
    </message>
    <message>
        <source>There is no whole model in {folder}.</source>
        <translation>In {folder} ist kein vollständiges Modell.</translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation>Darin ist keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation>Es gibt keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation>In {folder} ist keines.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {model}.</source>
        <translation>Auf der Platte ist nicht genug Platz für {model}.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Auf der Platte ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There was no room for the rest of {repository}.</source>
        <translation>Für den Rest von {repository} war kein Platz.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Speicher reichte nicht aus.</translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation>Dieses Array ist keine Aufnahme.</translation>
    </message>
    <message>
        <source>This cannot be played now.</source>
        <translation>Das lässt sich jetzt nicht abspielen.</translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation>Diese Korrektur konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation>Dies konnte nicht in Ihrer Bibliothek gesichert werden.</translation>
    </message>
    <message>
        <source>This is a pause.</source>
        <translation>Dies ist eine Pause.</translation>
    </message>
    <message>
        <source>This is the text of audio track {track} of {count}.</source>
        <translation>Dies ist der Text der Tonspur {track} von {count}.</translation>
    </message>
    <message>
        <source>This is too much text for one canvas.</source>
        <translation>Das ist zu viel Text für einen Canvas.</translation>
    </message>
    <message>
        <source>This place could not be heard again.</source>
        <translation>Diese Stelle konnte nicht noch einmal gehört werden.</translation>
    </message>
    <message>
        <source>This system has no keyring that is open: {reason}.</source>
        <translation>Dieses System hat keinen geöffneten Schlüsselbund: {reason}.</translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation>Dieses Transkript ist nicht mehr in Ihrer Bibliothek.</translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation>Das Journal dieses Transkripts konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation>Diese Transkription kann nicht mit {model} fortgesetzt werden.</translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation>Diese Version von Anneal liest Version {known}.</translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation>Diese stehen wieder auf den Standardwerten.</translation>
    </message>
    <message>
        <source>Track {track} cannot be decoded and was passed over.</source>
        <translation>Spur {track} lässt sich nicht dekodieren und wurde übergangen.</translation>
    </message>
    <message>
        <source>Track {track} contains no speech and was skipped.</source>
        <translation>Spur {track} enthält keine Sprache und wurde übersprungen.</translation>
    </message>
    <message>
        <source>Try another network: something on the way may change what is downloaded.</source>
        <translation>Versuchen Sie ein anderes Netz: Vielleicht verändert unterwegs etwas, was heruntergeladen wird.</translation>
    </message>
    <message>
        <source>Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.</source>
        <translation>Entsperren Sie ihn, oder führen Sie in einem Terminal `hf auth login` aus: Anneal verwendet auch dieses Token.</translation>
    </message>
    <message>
        <source>Unset it and start again, or import the model from a folder.</source>
        <translation>Entfernen Sie sie und starten Sie neu, oder importieren Sie das Modell aus einem Ordner.</translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation>Aktualisieren Sie Anneal oder das Modell.</translation>
    </message>
    <message>
        <source>Update Anneal, which may know a newer one.</source>
        <translation>Aktualisieren Sie Anneal, das vielleicht eine neuere kennt.</translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation>Verwenden Sie einen Computer mit einer NVIDIA-Karte mit mindestens 24 GB, oder das mitgelieferte Modell.</translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation>Verwenden Sie eine Revision, die nur Gewichte und einfache Werte enthält, oder den eigenen Code des Adapters (Referenzausführung).</translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation>Verwenden Sie eine Fassung ohne Kopierschutz oder eine eigene Aufnahme.</translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation>Verwenden Sie eine andere Karte oder die CPU. Eine neuere Karte braucht vielleicht ein neueres torch: `{command}`.</translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation>Verwenden Sie den Adapter ohne Referenzausführung, oder melden Sie dies den Autoren.</translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation>Was fertig war, ist in seinem Journal gesichert und beim nächsten Start wieder da.</translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation>Was bis dahin gesagt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Whisper in {folder} cannot be read.</source>
        <translation>Whisper in {folder} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Whisper is not here.</source>
        <translation>Whisper ist nicht da.</translation>
    </message>
    <message>
        <source>Who speaks was not written down.</source>
        <translation>Wer spricht, wurde nicht eingetragen.</translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>Mit 4-Bit-Experten braucht es {needs} GB; auf {card} sind {free} von {total} GB frei.</translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation>Mit den Experten im Arbeitsspeicher, was langsam ist, braucht es {needs} GB auf {card}, wo {free} GB frei sind, und {memory} GB Arbeitsspeicher, von dem {free_memory} GB frei sind.</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or the Super key it could not be typed any more.</source>
        <translation>Ohne Strg, Alt oder die Super-Taste könnte man es nicht mehr tippen.</translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation>Ihr Konto darf sie nicht öffnen.</translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation>Ihre Bibliothek kann gelesen, aber nicht verändert werden.</translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation>Ihre Bibliothek konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation>Ihre Bibliothek wurde von einer neueren Version von Anneal geschrieben.</translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation>Die Datenbank Ihrer Bibliothek konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation>Die Journale Ihrer Bibliothek konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>Ihre Einstellungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation>adapter.json: {problems}.</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>copy-protected</source>
        <translation>kopiergeschützt</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>damaged or unknown format</source>
        <translation>beschädigt oder unbekanntes Format</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>keine Leseberechtigung</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>no sound in it</source>
        <translation>kein Ton darin</translation>
    </message>
    <message>
        <source>no speech in it</source>
        <translation>keine Sprache darin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>not audio or video</source>
        <translation>kein Audio oder Video</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es gibt keines</translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation>{card} rechnet falsch.</translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation>{device} hat keinen Speicher mehr.</translation>
    </message>
    <message>
        <source>{file} arrives damaged.</source>
        <translation>{file} kommt beschädigt an.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{file} could not be played.</source>
        <translation>{file} konnte nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>{file} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation>{file} hat keine Tonspur {track}.</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} hat keinen Ton.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} enthält keine Gewichte.</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation>{file} ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{file} is damaged or gone.</source>
        <translation>{file} ist beschädigt oder verschwunden.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} ist beschädigt.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} ist leer.</translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation>{file} ist keine Audio- oder Videodatei.</translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation>{file} wird zu Ihrer Sicherheit nicht geöffnet.</translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation>{file} ist kopiergeschützt.</translation>
    </message>
    <message>
        <source>{file} is shorter than it was.</source>
        <translation>{file} ist kürzer als zuvor.</translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation>{file} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation>{file} wurde abgeschnitten, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>{folder} cannot be verified.</source>
        <translation>{folder} kann nicht geprüft werden.</translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation>{kind}: {reason}.</translation>
    </message>
    <message>
        <source>{model} cannot hear.</source>
        <translation>{model} kann nicht hören.</translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation>{model} läuft auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation>{model} kann kein {language} schreiben.</translation>
    </message>
    <message>
        <source>{model} does not know {language}.</source>
        <translation>{model} kennt {language} nicht.</translation>
    </message>
    <message>
        <source>{model} has no canvas.</source>
        <translation>{model} hat keinen Canvas.</translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation>{model} hat keine Gewichte.</translation>
    </message>
    <message>
        <source>{model} is incomplete.</source>
        <translation>{model} ist unvollständig.</translation>
    </message>
    <message>
        <source>{model} is installed already.</source>
        <translation>{model} ist bereits installiert.</translation>
    </message>
    <message>
        <source>{model} is not complete.</source>
        <translation>{model} ist nicht vollständig.</translation>
    </message>
    <message>
        <source>{problems}.</source>
        <translation>{problems}.</translation>
    </message>
    <message>
        <source>{reasons}</source>
        <translation>{reasons}</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} ({folder}).</source>
        <translation>{reason} ({folder}).</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>{reason}: {folder}.</source>
        <translation>{reason}: {folder}.</translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation>{reason}{place}.</translation>
    </message>
    <message>
        <source>{repository} asks who you are.</source>
        <translation>{repository} fragt, wer Sie sind.</translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} in Revision {revision} wurde nicht heruntergeladen: In oder neben {folder} gibt es keinen Ordner „{name}“, und in {cache} ist es auch nicht.</translation>
    </message>
    <message>
        <source>{repository} has no such revision.</source>
        <translation>{repository} hat keine solche Revision.</translation>
    </message>
    <message>
        <source>{repository} is not open to your account yet.</source>
        <translation>{repository} ist für Ihr Konto noch nicht offen.</translation>
    </message>
    <message>
        <source>{repository} may not be downloaded with this account.</source>
        <translation>{repository} darf mit diesem Konto nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} wurde nicht heruntergeladen: In oder neben {folder} gibt es weder einen Ordner „{name}“ noch „{other_name}“, und in {cache} ist es auch nicht.</translation>
    </message>
    <message>
        <source>{repository} was not found.</source>
        <translation>{repository} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n Datei geschrieben.</numerusform>
            <numerusform>%n Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>%n Transkript exportieren</numerusform>
            <numerusform>%n Transkripte exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Text (.txt)</translation>
    </message>
    <message>
        <source>Subtitles, SubRip (.srt)</source>
        <translation>Untertitel, SubRip (.srt)</translation>
    </message>
    <message>
        <source>Subtitles, WebVTT (.vtt)</source>
        <translation>Untertitel, WebVTT (.vtt)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>Tabelle (.csv)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word-Dokument (.docx)</translation>
    </message>
    <message>
        <source>In text, Markdown and Word documents; subtitles always have them</source>
        <translation>In Text, Markdown und Word-Dokumenten; Untertitel haben sie immer</translation>
    </message>
    <message>
        <source>In WebVTT; JSON always has them</source>
        <translation>In WebVTT; JSON hat sie immer</translation>
    </message>
    <message>
        <source>Tables as spreadsheets on this system read them</source>
        <translation>Tabellen, wie Tabellenprogramme auf diesem System sie lesen</translation>
    </message>
    <message>
        <source>Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a decimal comma; off: plain CSV for other programs</source>
        <translation>Für Excel als Unicode gekennzeichnet, wo Buchstaben nicht rein englisch sind, und mit Semikolons, wo Zahlen ein Dezimalkomma haben; ohne Haken einfaches CSV für andere Programme</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Mit ausgeben</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Full data (.json)</source>
        <translation>Vollständige Daten (.json)</translation>
    </message>
    <message>
        <source>Paragraph timestamps</source>
        <translation>Zeit für jeden Absatz</translation>
    </message>
    <message>
        <source>Word timestamps</source>
        <translation>Zeit für jedes Wort</translation>
    </message>
    <message>
        <source>Speaker names</source>
        <translation>Namen der Sprecher</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ExportSettingsPage</name>
    <message>
        <source>Beside the file</source>
        <translation>Neben der Datei</translation>
    </message>
    <message>
        <source>Every transcript is written in these formats as soon as it is done.</source>
        <translation>Jedes Transkript wird in diesen Formaten geschrieben, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>Nothing is written but the library; files of the watched folder get a text.</source>
        <translation>Außerhalb der Bibliothek wird nichts geschrieben, nur zu Dateien des überwachten Ordners ein Text.</translation>
    </message>
    <message>
        <source>No file is ever overwritten: a name that is taken gets a number.</source>
        <translation>Keine Datei wird je überschrieben: Ein vergebener Name erhält eine Nummer.</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>When a file is done</source>
        <translation>Wenn eine Datei fertig ist</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Untertitel (SRT)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>Untertitel (WebVTT)</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Full data (JSON)</source>
        <translation>Alle Daten (JSON)</translation>
    </message>
    <message>
        <source>Write every finished transcript like this</source>
        <translation>Jedes fertige Transkript so schreiben</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>Wie die Dateien heißen</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>Vorlesung</translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>%n Wort prüfen</numerusform>
            <numerusform>%n Wörter prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen to the words that are most likely wrong, one after the other</source>
        <translation>Die Wörter anhören, die am ehesten falsch sind, eines nach dem anderen</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Anhören und bearbeiten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Listen to this transcript and correct it</source>
        <translation>Dieses Transkript anhören und korrigieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>In anderer Form kopieren</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation>Text mit Zeiten</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Untertitel (SRT)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Dieses Transkript exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Title of this transcript; the file keeps its name</source>
        <translation>Titel dieses Transkripts; die Datei behält ihren Namen</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Audio and video ({patterns});;All files (*)</source>
        <translation>Audio und Video ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open audio or video</source>
        <translation>Audio oder Video öffnen</translation>
    </message>
    <message>
        <source>Open a folder of audio or video</source>
        <translation>Ordner mit Audio oder Video öffnen</translation>
    </message>
    <message>
        <source>Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.</source>
        <translation>Links lassen sich nicht transkribieren: {names}. Speichern Sie die Datei auf diesem Computer und ziehen Sie sie dann hierher.</translation>
    </message>
    <message>
        <source>Not audio or video, skipped: {names}.</source>
        <translation>Weder Audio noch Video, übersprungen: {names}.</translation>
    </message>
    <message>
        <source>No audio or video in: {names}.</source>
        <translation>Kein Audio oder Video in: {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All languages</source>
        <translation>Alle Sprachen</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Beliebige Sprache</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Search in all transcripts</source>
        <translation>In allen Transkripten suchen</translation>
    </message>
    <message>
        <source>Words in any order, matched by their beginnings; “quoted words” match as a phrase</source>
        <translation>Wörter in beliebiger Reihenfolge, nach ihrem Anfang; „Wörter in Anführungszeichen“ als Wortfolge</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not a valid pattern</source>
        <translation>Kein gültiges Muster</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show this folder in the file manager</source>
        <translation>Diesen Ordner in der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the default folder</source>
        <translation>Zurück zum Standardordner</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use</source>
        <translation>{status}: Modell, Gerät und Genauigkeit in Gebrauch</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>Gesprochen:</translation>
    </message>
    <message>
        <source>settled after {steps}, of up to {limit}</source>
        <translation>steht nach {steps} von höchstens {limit}</translation>
    </message>
    <message>
        <source>up to {limit}, stops when settled</source>
        <translation>höchstens {limit}, hört auf, wenn es steht</translation>
    </message>
    <message>
        <source>about {time} per minute of sound</source>
        <translation>etwa {time} je Minute Ton</translation>
    </message>
    <message>
        <source>Measured on this computer, if all steps are used</source>
        <translation>Auf diesem Computer gemessen, wenn alle Schritte gebraucht werden</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Denoising steps</source>
        <translation>Entrauschungsschritte</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>{name} · untrained</source>
        <translation>{name} · untrainiert</translation>
    </message>
    <message>
        <source>This model was not trained for {name}.</source>
        <translation>Dieses Modell wurde nicht für {name} trainiert.</translation>
    </message>
    <message>
        <source>More steps give the canvas more time to settle: slower, often better</source>
        <translation>Mehr Schritte geben dem Canvas mehr Zeit, zur Ruhe zu kommen: langsamer, oft besser</translation>
    </message>
    <message>
        <source>The model&apos;s own number: {steps}</source>
        <translation>So viele nimmt das Modell von sich aus: {steps}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>by the sound alone: {share}</source>
        <translation>nach dem Klang allein: {share}</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>Was gehört wurde</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A sample settling out of noise</source>
        <translation>Ein Beispiel, das sich aus Rauschen formt</translation>
    </message>
    <message>
        <source>How a model settled one of the samples, step by step. Click to see it again.</source>
        <translation>Wie ein Modell eines der Beispiele Schritt für Schritt zur Ruhe brachte. Klicken, um es noch einmal zu sehen.</translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message>
        <source>Start next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Transcribe this file before the others that wait</source>
        <translation>Diese Datei vor den anderen wartenden transkribieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>%n Datei kommt vor {file}.</numerusform>
            <numerusform>%n Dateien kommen vor {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>Keine Sprache gefunden</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>Legende: {states}</translation>
    </message>
    <message>
        <source>Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or what the draft says where the canvas keeps one. Taken back: had been written, and is open again.</source>
        <translation>Setzt sich: in diesem Schritt geschrieben. Steht fest: vorher geschrieben und behalten. Offen: unsicher, wird wieder Rauschen oder das, was der Entwurf sagt, wo der Canvas einen behält. Zurückgenommen: war geschrieben und ist wieder offen.</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>setzt sich</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>steht fest</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n Transkription wurde unterbrochen.</numerusform>
            <numerusform>%n Transkriptionen wurden unterbrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>Wo ist {file}?</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>%n Transkript gelöscht.</numerusform>
            <numerusform>%n Transkripte gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags of “{title}”, separated by commas:</source>
        <translation>Schlagwörter von „{title}“, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n Transkript</numerusform>
            <numerusform>%n Transkripte</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the selected transcripts</source>
        <translation>Ausgewählte Transkripte exportieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Your transcripts are stored here.</source>
        <translation>Hier liegen Ihre Transkripte.</translation>
    </message>
    <message>
        <source>Record something or drop a file. You can search, play and correct it later.</source>
        <translation>Nehmen Sie etwas auf oder ziehen Sie eine Datei hierher. Später können Sie darin suchen, es abspielen und korrigieren.</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>Versuchen Sie es mit weniger Wörtern oder einem anderen Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>{model} herunterladen</translation>
    </message>
    <message>
        <source>Asking the hub what there is to fetch…</source>
        <translation>Der Hub wird gefragt, was zu holen ist …</translation>
    </message>
    <message>
        <source>It has changed since you agreed. Please look again: what has come and still fits is used.</source>
        <translation>Seit Ihrer Zustimmung hat sich etwas geändert. Bitte sehen Sie noch einmal hin: Was schon da ist und noch passt, wird verwendet.</translation>
    </message>
    <message>
        <source>This is what would be fetched, and from whom. Nothing is fetched before you agree.</source>
        <translation>Das würde geholt, und von dort. Nichts wird geholt, bevor Sie zustimmen.</translation>
    </message>
    <message>
        <source>I agree to these licences</source>
        <translation>Ich stimme diesen Lizenzen zu</translation>
    </message>
    <message>
        <source>Each can be read above</source>
        <translation>Jede kann oben gelesen werden</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} herunterladen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Begin the download</source>
        <translation>Den Download beginnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>Nichts holen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>{needed} are needed, with some margin and room for packed weights; {free} are free.</source>
        <translation>{needed} werden gebraucht, mit etwas Reserve und Platz für gepackte Gewichte; {free} sind frei.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie HF_HOME auf einen Ordner auf einer größeren Platte.</translation>
    </message>
    <message>
        <source>{folder}, where all programs that use the hub look</source>
        <translation>{folder}, wo alle Programme nachsehen, die den Hub nutzen</translation>
    </message>
    <message>
        <source>It holds Python files. Anneal reads them for what they say about the model, and never runs them.</source>
        <translation>Es enthält Python-Dateien. Anneal liest darin, was sie über das Modell sagen, und führt sie nie aus.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Kommt nach</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>An access token tells the hub who you are. The system&apos;s keyring keeps it, and Anneal nowhere else.</source>
        <translation>Ein Zugriffstoken sagt dem Hub, wer Sie sind. Der Schlüsselbund des Systems bewahrt es auf, und Anneal nirgends sonst.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens</source>
        <translation>Es beginnt mit hf_ und wird auf huggingface.co unter Settings, Access Tokens gemacht</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Keep this token and ask the hub again</source>
        <translation>Dieses Token behalten und den Hub noch einmal fragen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>After you agreed on a page of the hub</source>
        <translation>Nachdem Sie auf einer Seite des Hubs zugestimmt haben</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Delete the token from the keyring</source>
        <translation>Das Token aus dem Schlüsselbund löschen</translation>
    </message>
    <message>
        <source>Until Anneal is closed, the token is used all the same.</source>
        <translation>Bis Anneal geschlossen wird, wird das Token trotzdem verwendet.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Sample, {language}</source>
        <translation>Beispiel, {language}</translation>
    </message>
    <message>
        <source>Recording, {time}</source>
        <translation>Aufnahme, {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>A recording was interrupted, but nothing is lost: {length}.</source>
        <translation>Eine Aufnahme wurde unterbrochen, aber nichts ist verloren: {length}.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
</context>
<context>
    <name>MicrophoneMenu</name>
    <message>
        <source>Record from</source>
        <translation>Aufnehmen von</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Ton des Computers</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Mikrofon und Ton des Computers</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Text beim Aufnehmen</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>Kein Mikrofon gefunden</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>See how loud the microphone is; nothing is kept</source>
        <translation>Zeigt, wie laut das Mikrofon ist; nichts wird behalten</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>importing</source>
        <translation>wird importiert</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird heruntergeladen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>The published model: Whisper small&apos;s encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.</source>
        <translation>Das veröffentlichte Modell: der Encoder von Whisper small, ein trainierter Adapter und DiffusionGemma mit 26 Milliarden Parametern.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.</source>
        <translation>Whisper von OpenAI, für eine zweite Meinung. Es schreibt von links nach rechts: Einen Canvas zum Zusehen gibt es nicht.</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>Unterabtastung</translation>
    </message>
    <message>
        <source>projector activation</source>
        <translation>Aktivierung des Projektors</translation>
    </message>
    <message>
        <source>projector norm</source>
        <translation>Norm des Projektors</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>audio token</source>
        <translation>Audio-Token</translation>
    </message>
    <message>
        <source>begin-of-audio token</source>
        <translation>Token am Audioanfang</translation>
    </message>
    <message>
        <source>end-of-audio token</source>
        <translation>Token am Audioende</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA-Rang</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>LoRA-Alpha</translation>
    </message>
    <message>
        <source>canvas length</source>
        <translation>Länge des Canvas</translation>
    </message>
    <message>
        <source>canvas holds</source>
        <translation>Inhalt des Canvas</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>canvas starts from</source>
        <translation>Canvas beginnt mit</translation>
    </message>
    <message>
        <source>entropy bound</source>
        <translation>Entropiegrenze</translation>
    </message>
    <message>
        <source>first temperature</source>
        <translation>erste Temperatur</translation>
    </message>
    <message>
        <source>last temperature</source>
        <translation>letzte Temperatur</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>Annahmeregel</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>tail trained</source>
        <translation>Rest trainiert</translation>
    </message>
    <message>
        <source>end tokens</source>
        <translation>End-Token</translation>
    </message>
    <message>
        <source>CTC blank</source>
        <translation>CTC-Blank</translation>
    </message>
    <message>
        <source>CTC softcap</source>
        <translation>CTC-Softcap</translation>
    </message>
    <message>
        <source>repetitions removed</source>
        <translation>Wiederholungen entfernt</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>seconds clips are padded to</source>
        <translation>Sekunden, auf die Clips aufgefüllt werden</translation>
    </message>
    <message>
        <source>seconds of a segment</source>
        <translation>Sekunden eines Abschnitts</translation>
    </message>
    <message>
        <source>seconds of the window of a cut</source>
        <translation>Sekunden des Schnittfensters</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>It is small and runs on any computer.</source>
        <translation>Es ist klein und läuft auf jedem Computer.</translation>
    </message>
    <message>
        <source>It runs here whole, in bf16, on {card}: the fastest way.</source>
        <translation>Es läuft hier ganz, in bf16, auf {card}: der schnellste Weg.</translation>
    </message>
    <message>
        <source>It runs here with its experts in 4 bits, on {card}.</source>
        <translation>Es läuft hier mit 4-Bit-Experten auf {card}.</translation>
    </message>
    <message>
        <source>It runs here, but slowly: {card} is too small for all of it.</source>
        <translation>Es läuft hier, aber langsam: {card} ist zu klein für alles.</translation>
    </message>
    <message>
        <source>It runs here only on the processor, far too slowly for daily use.</source>
        <translation>Es läuft hier nur auf dem Prozessor, viel zu langsam für den Alltag.</translation>
    </message>
    <message>
        <source>It runs here on {card}, with about {needed} of its memory.</source>
        <translation>Es läuft hier auf {card} und braucht etwa {needed} ihres Speichers.</translation>
    </message>
    <message>
        <source>It runs here on the processor, with about {needed} of memory.</source>
        <translation>Es läuft hier auf dem Prozessor und braucht etwa {needed} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It needs about {needed} of memory, and {free} are free.</source>
        <translation>Es braucht etwa {needed} Arbeitsspeicher, und {free} sind frei.</translation>
    </message>
    <message>
        <source>It cannot run on this computer.</source>
        <translation>Es kann auf diesem Computer nicht laufen.</translation>
    </message>
    <message>
        <source>It needs a machine with an NVIDIA card of at least 24 GB.</source>
        <translation>Es braucht eine Maschine mit einer NVIDIA-Karte mit mindestens 24 GB.</translation>
    </message>
    <message>
        <source>{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more.</source>
        <translation>{whole} auf einer Karte in bf16 oder {packed} mit Experten in 4 Bit: NVIDIA-Karten mit 24 GB oder mehr.</translation>
    </message>
    <message>
        <source>about {size}; parts you already have are skipped</source>
        <translation>etwa {size}; vorhandene Teile werden übersprungen</translation>
    </message>
    <message>
        <source>{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps</source>
        <translation>{set}, {language}: {percent} {metric} bei {clips} Äußerungen, {steps} Schritte</translation>
    </message>
    <message>
        <source>{languages}: never evaluated by its authors</source>
        <translation>{languages}: von den Autoren nie ausgewertet</translation>
    </message>
    <message>
        <source>{speed}× real time at {steps} steps</source>
        <translation>{speed}-fache Echtzeit bei {steps} Schritten</translation>
    </message>
    <message>
        <source>Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.</source>
        <translation>Geschnitten an der leisesten Stelle in einem Fenster von {window} s um {length} s; jeder Teil wird mit Stille auf {padded} s aufgefüllt.</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>Revision {name}</translation>
    </message>
    <message>
        <source>asks for your contact details</source>
        <translation>fragt nach Ihren Kontaktdaten</translation>
    </message>
    <message>
        <source>It comes with Anneal.</source>
        <translation>Es kommt mit Anneal.</translation>
    </message>
    <message>
        <source>Not verified: nothing is known of where its files came from.</source>
        <translation>Nicht geprüft: Es ist nicht bekannt, woher seine Dateien kamen.</translation>
    </message>
    <message>
        <source>Not verified. Compare every file with its checksum: press Verify.</source>
        <translation>Nicht geprüft. Um jede Datei mit ihrer Prüfsumme zu vergleichen, drücken Sie „Prüfen“.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was fetched.</source>
        <translation>Geprüft am {date}: Jede Datei ist, wie sie geholt wurde.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was imported.</source>
        <translation>Geprüft am {date}: Jede Datei ist, wie sie importiert wurde.</translation>
    </message>
    <message>
        <source>{device} ({precision}), tested</source>
        <translation>{device} ({precision}), getestet</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>The download of {model} is not finished: {share} are here.</source>
        <translation>Der Download von {model} ist nicht fertig: {share} sind da.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>{model} is here, and every file is what it should be.</source>
        <translation>{model} ist da, und jede Datei ist, was sie sein soll.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Jetzt verwenden</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Discard the download of {model}?</source>
        <translation>Den Download von {model} verwerfen?</translation>
    </message>
    <message>
        <source>What has come of it is deleted. To go on later, pause it instead.</source>
        <translation>Was davon da ist, wird gelöscht. Um später fortzufahren, halten Sie ihn stattdessen an.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What has come of it is deleted.</source>
        <translation>Was davon da ist, wird gelöscht.</translation>
    </message>
    <message>
        <source>Delete {model}?</source>
        <translation>{model} löschen?</translation>
    </message>
    <message>
        <source>{folder} is deleted, and what was downloaded for this model alone.</source>
        <translation>{folder} wird gelöscht, und was nur für dieses Modell heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Import a model from a folder</source>
        <translation>Ein Modell aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>It is here, and every file is what it should be.</source>
        <translation>Es ist da, und jede Datei ist, was sie sein soll.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Jetzt verwenden</translation>
    </message>
    <message>
        <source>Every file was compared with its checksum: all are right.</source>
        <translation>Jede Datei wurde mit ihrer Prüfsumme verglichen: Alle sind richtig.</translation>
    </message>
    <message>
        <source>Download {model} all the same?</source>
        <translation>{model} trotzdem herunterladen?</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{model} is deleted: {size} are free again.</source>
        <translation>{model} ist gelöscht: {size} sind wieder frei.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>Aus einem Ordner importieren …</translation>
    </message>
    <message>
        <source>For a computer without network: copy a model from a disk or a stick</source>
        <translation>Für einen Computer ohne Netz: ein Modell von einer Platte oder einem Stick kopieren</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>OwnWordsSettingsPage</name>
    <message>
        <source>Own words</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n Zeile ist zu lang oder zu viel und zählt nicht.</numerusform>
            <numerusform>%n Zeilen sind zu lang oder zu viele und zählen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>%n Wort, das das Modell bevorzugt</numerusform>
            <numerusform>%n Wörter, die das Modell bevorzugt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not tell apart</source>
        <translation>Nicht unterscheiden</translation>
    </message>
    <message>
        <source>Tell apart, estimate their number</source>
        <translation>Unterscheiden, Anzahl schätzen</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n Sprecher</numerusform>
            <numerusform>%n Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Wörter und Sprecher</translation>
    </message>
    <message>
        <source>Names, terms and phrases that the model should prefer, one a line. “wrong -&gt; right” always replaces.</source>
        <translation>Namen, Begriffe und Wendungen, die das Modell bevorzugen soll, je Zeile eine. „falsch -&gt; richtig“ ersetzt immer.</translation>
    </message>
    <message>
        <source>One name, term or phrase a line.
“wrong -&gt; right” always writes the right side.</source>
        <translation>Je Zeile ein Name, Begriff oder eine Wendung.
„falsch -&gt; richtig“ schreibt immer die rechte Seite.</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>Aus einer Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Add the lines of a text file to the list</source>
        <translation>Die Zeilen einer Textdatei an die Liste anhängen</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Whether voices are told apart when the text is done</source>
        <translation>Ob Stimmen unterschieden werden, wenn der Text fertig ist</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>{time} of silence</source>
        <translation>{time} Stille</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>{seconds} s Stille</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the sound</source>
        <translation>Ton anhalten</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Pause the canvas</source>
        <translation>Canvas anhalten</translation>
    </message>
    <message>
        <source>Play the canvas</source>
        <translation>Canvas abspielen</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>Anhalten (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Abspielen (K)</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>wird verglichen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume where it stopped</source>
        <translation>Dort fortsetzen, wo er endete</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop for now: what has come is kept</source>
        <translation>Für jetzt anhalten: Was da ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Löschen, was bisher davon da ist</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>This window may be closed, and Anneal too: the download goes on where it stopped.</source>
        <translation>Dieses Fenster darf geschlossen werden, und Anneal auch: Der Download geht dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>This window may be closed meanwhile.</source>
        <translation>Dieses Fenster darf inzwischen geschlossen werden.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Remove the finished files from this list; the library keeps their text</source>
        <translation>Fertige Dateien aus dieser Liste entfernen; ihr Text bleibt in der Bibliothek</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>getting ready…</source>
        <translation>wird vorbereitet …</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} von {length}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} of {length} kept</source>
        <translation>{position} von {length} behalten</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>The text in paragraphs, without times</source>
        <translation>Der Text in Absätzen, ohne Zeiten</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read: {title}</source>
        <translation>Lesen: {title}</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>The transcript</source>
        <translation>Das Transkript</translation>
    </message>
</context>
<context>
    <name>RecentTranscripts</name>
    <message>
        <source>Recent transcripts</source>
        <translation>Letzte Transkripte</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Stop and transcribe</source>
        <translation>Stoppen und transkribieren</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>Discard this recording?</source>
        <translation>Diese Aufnahme verwerfen?</translation>
    </message>
    <message>
        <source>Its sound and its text are deleted. This cannot be undone.</source>
        <translation>Ton und Text werden gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
</context>
<context>
    <name>RecordingSettingsPage</name>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>Kein Mikrofon gefunden. Schließen Sie eines an, dann erscheint es hier.</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>Sprechen Sie jetzt.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>Das Mikrofon hört Sie.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Bisher ist nichts zu hören. Ist das Mikrofon stummgeschaltet?</translation>
    </message>
    <message>
        <source>Too loud: it is cut off. Lower its level in the system&apos;s settings.</source>
        <translation>Zu laut: Der Ton wird abgeschnitten. Verringern Sie den Pegel in den Systemeinstellungen.</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Ton des Computers</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Mikrofon und Ton des Computers</translation>
    </message>
    <message>
        <source>Each is kept in a channel of its own: left the microphone, right the computer.</source>
        <translation>Beides bleibt getrennt: links das Mikrofon, rechts der Computer.</translation>
    </message>
    <message>
        <source>{name} · not connected</source>
        <translation>{name} · nicht angeschlossen</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system default is used.</source>
        <translation>Bis es angeschlossen ist, wird der Systemstandard verwendet.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>What the Record button records</source>
        <translation>Was der Aufnahmeknopf aufnimmt</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Text beim Aufnehmen</translation>
    </message>
    <message>
        <source>Transcribe each phrase as soon as it ends</source>
        <translation>Jeden Satz transkribieren, sobald er endet</translation>
    </message>
    <message>
        <source>The text appears while you speak; the recording itself stays as it is</source>
        <translation>Der Text erscheint, während Sie sprechen; die Aufnahme selbst bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>The microphone that the Record button uses</source>
        <translation>Das Mikrofon für die Aufnahmetaste</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Computer sound</source>
        <translation>Ton des Computers</translation>
    </message>
    <message>
        <source>{device} and computer sound</source>
        <translation>{device} und Ton des Computers</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Speak now. Space stops and transcribes.</source>
        <translation>Sprechen Sie jetzt. Die Leertaste stoppt und transkribiert.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Bisher ist nichts zu hören. Ist das Mikrofon stummgeschaltet?</translation>
    </message>
    <message>
        <source>Nothing heard for a moment. Space stops and transcribes.</source>
        <translation>Seit einem Moment ist nichts zu hören. Die Leertaste stoppt und transkribiert.</translation>
    </message>
    <message>
        <source>{before} is gone. The recording goes on with {device}.</source>
        <translation>{before} ist nicht mehr da. Die Aufnahme läuft mit {device} weiter.</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>Zu laut: Sprechen Sie mit etwas mehr Abstand.</translation>
    </message>
    <message>
        <source>This model is slower than speech on this computer. The text follows when you stop.</source>
        <translation>Dieses Modell ist auf diesem Computer langsamer als die Sprache. Der Text folgt, wenn Sie stoppen.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Does the computer play anything?</source>
        <translation>Bisher nichts gehört. Spielt der Computer etwas ab?</translation>
    </message>
    <message>
        <source>Speak now. Each phrase becomes text when you pause. Space stops.</source>
        <translation>Sprechen Sie. Jeder Satz wird Text, sobald Sie eine Pause machen. Leertaste beendet.</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded.</source>
        <translation>Angehalten: Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
    <message>
        <source>Record nothing until you continue</source>
        <translation>Nichts aufnehmen, bis Sie weitermachen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>End the recording and delete it</source>
        <translation>Aufnahme beenden und löschen</translation>
    </message>
</context>
<context>
    <name>RedecodeController</name>
    <message>
        <source>Listen again</source>
        <translation>Neu anhören</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>RedecodeOptionsPopover</name>
    <message>
        <source>Again: “{span}”</source>
        <translation>Noch einmal: „{span}“</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Das verwendete</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Neu anhören</translation>
    </message>
    <message>
        <source>What comes out is compared before anything is changed</source>
        <translation>Das Ergebnis wird verglichen, bevor sich etwas ändert</translation>
    </message>
</context>
<context>
    <name>ReplayExportDialog</name>
    <message>
        <source>Save the annealing</source>
        <translation>Entstehung speichern</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} fertig</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps; the finished text stays for a moment.</source>
        <translation>{seconds} lang, {frames} Bilder pro Sekunde; der fertige Text bleibt kurz stehen.</translation>
    </message>
    <message>
        <source>One file that any browser shows, without a network: to play, to step through and to see what else each word could have been.</source>
        <translation>Eine einzige Datei, die jeder Browser auch ohne Netz zeigt: abspielen, Schritt für Schritt gehen und sehen, was jedes Wort sonst hätte sein können.</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit.</source>
        <translation>{seconds} lang, {frames} Bilder/s: Es kristallisiert, während die Stimme beginnt, dann leuchtet das gesprochene Wort.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>{ms} ms · {share} % settled · {nats} nats</source>
        <translation>{ms} ms · {share} % stehen fest · {nats} Nat</translation>
    </message>
    <message>
        <source>Position {position} · {nats} nats</source>
        <translation>Position {position} · {nats} Nat</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Ein Schritt zurück</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Ein Schritt vor</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>The canvas. The arrow keys go from token to token.</source>
        <translation>Der Canvas. Die Pfeiltasten gehen von Token zu Token.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps downwards, positions across. Drag, or use the arrow keys, to step.</source>
        <translation>Schritte nach unten, Positionen quer. Ziehen oder mit den Pfeiltasten Schritt für Schritt gehen.</translation>
    </message>
    <message>
        <source>How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what else it could have been.</source>
        <translation>Wie ein Diffusionsdecoder dies Schritt für Schritt schrieb, so wie Anneal es aufbewahrt hat. Zeigen Sie auf ein Wort, um zu sehen, was es sonst hätte sein können.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>GIF, plays anywhere</source>
        <translation>GIF, läuft überall</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4-Video</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM-Video</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>Webseite zum Durchgehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>Mit Ton</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>The text of this licence ({name}) could not be shown here. Read it at {link}.</source>
        <translation>Der Text dieser Lizenz ({name}) konnte hier nicht gezeigt werden. Lesen Sie ihn auf {link}.</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} zu holen</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>Revision {name}</translation>
    </message>
    <message>
        <source>its authors see who you are</source>
        <translation>seine Urheber sehen, wer Sie sind</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Lizenz: {name}</translation>
    </message>
    <message>
        <source>Read this licence</source>
        <translation>Diese Lizenz lesen</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Words to check</source>
        <translation>Wörter zum Prüfen</translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>{checked} von {total} geprüft</translation>
    </message>
    <message>
        <source>The words that are most likely wrong, judged by how they settled</source>
        <translation>Die Wörter, die am ehesten falsch sind, danach beurteilt, wie sie sich gesetzt haben</translation>
    </message>
    <message>
        <source>All are right</source>
        <translation>Alle sind richtig</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Das ist richtig</translation>
    </message>
    <message>
        <source>Take it off the list and go on</source>
        <translation>Von der Liste nehmen und weiter</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Anderes Wort …</translation>
    </message>
    <message>
        <source>What the word could be instead</source>
        <translation>Was das Wort stattdessen sein könnte</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Nächstes abspielen</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>SecondOpinionController</name>
    <message>
        <source>Ask for a second opinion</source>
        <translation>Zweite Meinung einholen</translation>
    </message>
    <message>
        <source>Another engine hears all of it; words on which both differ are the first to check</source>
        <translation>Ein anderes Modell hört alles noch einmal; Wörter, bei denen beide sich unterscheiden, sind als Erste zu prüfen</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>zweite Meinung</translation>
    </message>
    <message>
        <source>{model} hears {differing} of {words} words differently. They are the first to check.</source>
        <translation>{model} hört {differing} von {words} Wörtern anders. Sie sind als Erste zu prüfen.</translation>
    </message>
    <message>
        <source>{model} hears the same words.</source>
        <translation>{model} hört dieselben Wörter.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{model} is listening: {share}</source>
        <translation>{model} hört zu: {share}</translation>
    </message>
    <message>
        <source>The second engine is getting ready…</source>
        <translation>Das zweite Modell wird bereit gemacht …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Bereiche der Einstellungen</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkription</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Wörter und Sprecher</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Ein Schritt zurück</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Ein Schritt vor</translation>
    </message>
    <message>
        <source>Noise, both or guess</source>
        <translation>Rauschen, beides oder Vermutung</translation>
    </message>
    <message>
        <source>From token to token</source>
        <translation>Von Token zu Token</translation>
    </message>
    <message>
        <source>First or last token</source>
        <translation>Erstes oder letztes Token</translation>
    </message>
    <message>
        <source>Another word for the token</source>
        <translation>Anderes Wort für das Token</translation>
    </message>
    <message>
        <source>Leave the token</source>
        <translation>Token verlassen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Open the transcript</source>
        <translation>Transkript öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit the text; stop editing</source>
        <translation>Text bearbeiten; Bearbeiten beenden</translation>
    </message>
    <message>
        <source>Play or pause while editing</source>
        <translation>Beim Bearbeiten abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Welle, Spektrogramm oder beides</translation>
    </message>
    <message>
        <source>Take a suggestion</source>
        <translation>Einen Vorschlag nehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Mit dem nächsten Abschnitt verbinden</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Diesen Abschnitt löschen</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Diesen Abschnitt wiederholen</translation>
    </message>
    <message>
        <source>Set the speaker</source>
        <translation>Sprecher festlegen</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Nächstes Wort</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Das ist richtig</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>Anderes Wort</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Neu anhören</translation>
    </message>
    <message>
        <source>Listen again with another word</source>
        <translation>Mit einem anderen Wort neu anhören</translation>
    </message>
    <message>
        <source>Play the differences</source>
        <translation>Unterschiede abspielen</translation>
    </message>
    <message>
        <source>Use the new words; keep the original</source>
        <translation>Neue Wörter übernehmen; Original behalten</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>Größere oder kleinere Schrift</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf dem Canvas</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
    <message>
        <source>In the reading view</source>
        <translation>In der Leseansicht</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Im Editor</translation>
    </message>
    <message>
        <source>Checking words</source>
        <translation>Wörter prüfen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>All your transcripts</source>
        <translation>Alle Ihre Transkripte</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
<context>
    <name>SpeakersMenu</name>
    <message>
        <source>Speaker {number}</source>
        <translation>Sprecher {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Listening to the voices: {share}</source>
        <translation>Die Stimmen werden gehört: {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered on this machine, and named in later files.</source>
        <translation>Die Stimme von {name} ist auf diesem Rechner gemerkt und wird in späteren Dateien benannt.</translation>
    </message>
    <message>
        <source>Only one voice was found.</source>
        <translation>Es wurde nur eine Stimme gefunden.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Find who speaks</source>
        <translation>Herausfinden, wer spricht</translation>
    </message>
    <message>
        <source>This is said by</source>
        <translation>Das sagt</translation>
    </message>
    <message>
        <source>Remember this voice</source>
        <translation>Diese Stimme merken</translation>
    </message>
    <message>
        <source>Forget a voice</source>
        <translation>Eine Stimme vergessen</translation>
    </message>
</context>
<context>
    <name>SpectrogramLane</name>
    <message>
        <source>what the model hears</source>
        <translation>was das Modell hört</translation>
    </message>
    <message>
        <source>Spectrogram of the segment</source>
        <translation>Spektrogramm des Abschnitts</translation>
    </message>
    <message>
        <source>What the model hears; click to play</source>
        <translation>Was das Modell hört; zum Abspielen klicken</translation>
    </message>
</context>
<context>
    <name>SpokenLanguageMenu</name>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>As for all files</source>
        <translation>Wie für alle Dateien</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>StartDropdown</name>
    <message>
        <source>The model&apos;s own way</source>
        <translation>Wie es das Modell tut</translation>
    </message>
    <message>
        <source>Noise alone</source>
        <translation>Nur Rauschen</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>Mit Entwurf</translation>
    </message>
    <message>
        <source>Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes.</source>
        <translation>Rauschen: zufällige Tokens und sonst nichts, so wie es veröffentlicht wurde. Nur der Entrauscher hört und schreibt.</translation>
    </message>
    <message>
        <source>Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.</source>
        <translation>Entwurf: Der Entrauscher sieht eine erste Lesung des Tons, die ohne ihn entstand, und verbessert sie.</translation>
    </message>
    <message>
        <source>What the canvas starts from</source>
        <translation>Womit der Canvas beginnt</translation>
    </message>
</context>
<context>
    <name>StepHeatmap</name>
    <message>
        <source>The noise that the first step was given</source>
        <translation>Das Rauschen, das der erste Schritt bekam</translation>
    </message>
    <message>
        <source>The draft: a first reading of the sound, which every step sees and may change.</source>
        <translation>Der Entwurf: eine erste Lesung des Tons, die jeder Schritt sieht und ändern kann.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent.</source>
        <translation>Schritt {step} nahm {count} von {all} Token an, die sichersten zuerst, bis sein Budget an Zweifel aufgebraucht war.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens: all that were sure enough.</source>
        <translation>Schritt {step} nahm {count} von {all} Token an: alle, die sicher genug waren.</translation>
    </message>
    <message>
        <source>It ended here: the text had settled, and the model was sure.</source>
        <translation>Hier endete es: Der Text stand fest, und das Modell war sicher.</translation>
    </message>
    <message>
        <source>It ended here: no more steps were allowed.</source>
        <translation>Hier war Schluss: Mehr Schritte waren nicht erlaubt.</translation>
    </message>
    <message>
        <source>It ended here: the text did not fit on the canvas.</source>
        <translation>Hier endete es: Der Text passte nicht auf den Canvas.</translation>
    </message>
    <message>
        <source>What the first step was given: the draft with noise in it</source>
        <translation>Was der erste Schritt bekam: der Entwurf mit Rauschen darin</translation>
    </message>
    <message>
        <source>The draft, a first reading of the sound, which the first step was given</source>
        <translation>Der Entwurf, eine erste Lesung des Tons, den der erste Schritt bekam</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps of the segment from top to bottom. The arrow keys step through them.</source>
        <translation>Die Schritte des Abschnitts von oben nach unten. Mit den Pfeiltasten gehen Sie sie durch.</translation>
    </message>
    <message>
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>Schritte nach unten, Positionen quer: je kräftiger die Farbe, desto sicherer das Modell; Orange wurde zurückgenommen. Klicken, ziehen oder Pfeiltasten (auch , und .) gehen durch die Schritte.</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
</context>
<context>
    <name>StorageSettingsPage</name>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>Neue Aufnahmen kommen dorthin; ältere bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>Legen Sie einen Ordner mit einem Adapter hinein, und er kann als Modell gewählt werden.</translation>
    </message>
    <message>
        <source>New files here are transcribed automatically, and written as Exports says: as text, if nothing else.</source>
        <translation>Neue Dateien hier werden automatisch transkribiert und geschrieben, wie es unter Exporte steht: mindestens als Text.</translation>
    </message>
    <message>
        <source>Your library is stored here.</source>
        <translation>Hier liegt Ihre Bibliothek.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Überwachter Ordner</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{number} s</source>
        <translation>{number}&#xa0;s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>TokenInspector</name>
    <message>
        <source>Token details</source>
        <translation>Token im Detail</translation>
    </message>
    <message>
        <source>taken: {token} · guess: {guess} {share}</source>
        <translation>angenommen: {token} · Vermutung: {guess} {share}</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>Im letzten Schritt noch geändert</translation>
    </message>
    <message>
        <source>Guess unchanged since step {step}</source>
        <translation>Vermutung unverändert seit Schritt {step}</translation>
    </message>
    <message>
        <source>now: {token} · guess: {guess} {share}</source>
        <translation>jetzt: {token} · Vermutung: {guess} {share}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>steht fest</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>setzt sich</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state} · {nats} nats</source>
        <translation>Position {position} · Schritt {step} · {state} · {nats} Nat</translation>
    </message>
    <message>
        <source>ended: settled, and sure ({nats} nats a token)</source>
        <translation>Ende: steht fest und sicher ({nats} Nats je Token)</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats</source>
        <translation>Schritt nahm {count} Token · {nats} Nats</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats, budget {budget}</source>
        <translation>Schritt nahm {count} Token · {nats} Nats, Budget {budget}</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Typing</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Rohtext</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Text of the transcript</source>
        <translation>Text des Transkripts</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>annealing…</source>
        <translation>Text entsteht …</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>schreibt …</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Diesen Abschnitt wiedergeben</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste Zeile</translation>
    </message>
    <message>
        <source>Go to the newest line, and stay there</source>
        <translation>Zur neuesten Zeile gehen und dort bleiben</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>TranscriptionQueue</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>wird transkribiert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>TranscriptionSettingsPage</name>
    <message>
        <source>{name} · not found</source>
        <translation>{name} · nicht gefunden</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The model&apos;s own way</source>
        <translation>Wie es das Modell tut</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>This model writes from left to right: it takes no steps, and starts from nothing.</source>
        <translation>Dieses Modell schreibt von links nach rechts: Es macht keine Schritte und beginnt mit nichts.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>Es kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>Trained for {languages}</source>
        <translation>Trainiert für {languages}</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Running on: {device} ({precision}), tested</source>
        <translation>Läuft auf: {device} ({precision}), getestet</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkription</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What turns speech into text</source>
        <translation>Was Sprache in Text verwandelt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>Wo das Modell rechnet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the speech</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>More steps: slower, often better</source>
        <translation>Mehr Schritte: langsamer, oft besser</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How much more the sound counts than what would be written without it. Takes twice the work</source>
        <translation>Wie viel mehr der Ton zählt als das, was ohne ihn geschrieben würde. Kostet doppelt so viel Arbeit</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Phrases that the model repeats to fill the canvas</source>
        <translation>Phrasen, die das Modell wiederholt, um den Canvas zu füllen</translation>
    </message>
    <message>
        <source>When done</source>
        <translation>Wenn fertig</translation>
    </message>
    <message>
        <source>Copy the text when done</source>
        <translation>Text kopieren, wenn fertig</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Download, verify, import and delete models</source>
        <translation>Modelle herunterladen, prüfen, importieren und löschen</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Text in die Zwischenablage kopieren</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Diesen Abschnitt wiederholen</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn</source>
        <translation>Wer hier spricht. Ein neuer Name gilt überall; der Name eines anderen Sprechers, oder Strg+1 bis 9, nur für diesen Beitrag</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the text; Esc goes back to listening</source>
        <translation>Text bearbeiten; Esc führt zurück zum Anhören</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Was das Modell hört</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>The arrow keys choose a finished segment</source>
        <translation>Die Pfeiltasten wählen einen fertigen Abschnitt</translation>
    </message>
    <message>
        <source>{times}: click to show it</source>
        <translation>{times}: zum Anzeigen klicken</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Speech, out of noise</source>
        <translation>Aus Rauschen wird Sprache</translation>
    </message>
    <message>
        <source>Press Record and speak, or drop audio or video anywhere here.
Random words settle into yours, step by step.</source>
        <translation>Drücken Sie auf „Aufnehmen“ und sprechen Sie, oder ziehen Sie Audio oder Video hierher.
Zufällige Wörter werden Schritt für Schritt zu Ihren.</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Transcribe a short clip that comes with Anneal</source>
        <translation>Einen kurzen Clip transkribieren, der mit Anneal kommt</translation>
    </message>
    <message>
        <source>Try it:</source>
        <translation>Ausprobieren:</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
</context>
<context>
    <name>WhisperCompareController</name>
    <message>
        <source>Compare with Whisper…</source>
        <translation>Mit Whisper vergleichen …</translation>
    </message>
    <message>
        <source>The segment at the cursor, denoised and written token by token, on one clock</source>
        <translation>Der Abschnitt am Cursor, entrauscht und Token für Token geschrieben, nach einer Uhr</translation>
    </message>
    <message>
        <source>{model} is not here: {size}, {licence}.</source>
        <translation>{model} ist nicht da: {size}, {licence}.</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measured: the decoders alone, without the encoder; Anneal&apos;s steps when this was transcribed.</source>
        <translation>Gemessen: nur die Decoder, ohne den Encoder; die Schritte von Anneal beim Transkribieren.</translation>
    </message>
    <message>
        <source>{share} of the words are the same</source>
        <translation>{share} der Wörter sind gleich</translation>
    </message>
    <message>
        <source>struck through: only Anneal · underlined: only Whisper</source>
        <translation>durchgestrichen: nur Anneal · unterstrichen: nur Whisper</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n Schritt</numerusform>
            <numerusform>{ms}&#xa0;ms · %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>The model finishes a segment first.</source>
        <translation>Das Modell beendet zuerst noch einen Abschnitt.</translation>
    </message>
    <message>
        <source>Loading Whisper…</source>
        <translation>Whisper wird geladen …</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Hört zu …</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n token(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n Token</numerusform>
            <numerusform>{ms}&#xa0;ms · %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with Whisper: {title}</source>
        <translation>Mit Whisper vergleichen: {title}</translation>
    </message>
    <message>
        <source>Anneal, all words at once</source>
        <translation>Anneal, alle Wörter auf einmal</translation>
    </message>
    <message>
        <source>Whisper, token by token</source>
        <translation>Whisper, Token für Token</translation>
    </message>
    <message>
        <source>Anneal and Whisper, word by word</source>
        <translation>Anneal und Whisper, Wort für Wort</translation>
    </message>
    <message>
        <source>Play both again</source>
        <translation>Beide noch einmal abspielen</translation>
    </message>
    <message>
        <source>Let Whisper write again</source>
        <translation>Whisper noch einmal schreiben lassen</translation>
    </message>
    <message>
        <source>Measure it once more, now that it is loaded</source>
        <translation>Noch einmal messen, jetzt da es geladen ist</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>1× is as fast as it really was</source>
        <translation>1× ist so schnell, wie es wirklich war</translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>%n Datei transkribiert</numerusform>
            <numerusform>%n Dateien transkribiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n Datei konnte nicht transkribiert werden</numerusform>
            <numerusform>%n Dateien konnten nicht transkribiert werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>{model} writes from left to right: there is no canvas to watch.</source>
        <translation>{model} schreibt von links nach rechts: Einen Canvas zum Zusehen gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>_DropZone</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>Audio oder Video hierher ziehen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Border between canvas and transcript</source>
        <translation>Grenze zwischen Canvas und Transkript</translation>
    </message>
    <message>
        <source>Drag to share the room between canvas and transcript</source>
        <translation>Ziehen, um den Platz zwischen Canvas und Transkript zu verteilen</translation>
    </message>
</context>
<context>
    <name>_PlayPauseButton</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Transcribe again</source>
        <translation>Erneut transkribieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
</TS>
