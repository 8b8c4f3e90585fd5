<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ControlBar</name>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>All %n step used</numerusform>
            <numerusform>All %n steps used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>Settled after %n step</numerusform>
            <numerusform>Settled after %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>Result after %n step</numerusform>
            <numerusform>Result after %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>Export %n transcript</numerusform>
            <numerusform>Export %n transcripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>Check %n word</numerusform>
            <numerusform>Check %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>%n file comes before {file}.</numerusform>
            <numerusform>%n files come before {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n transcription was interrupted.</numerusform>
            <numerusform>%n transcriptions were interrupted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>%n transcript deleted.</numerusform>
            <numerusform>%n transcripts deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcript</numerusform>
            <numerusform>%n transcripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWordsSettingsPage</name>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n line is too long or too many and does not count.</numerusform>
            <numerusform>%n lines are too long or too many and do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>%n word that the model prefers</numerusform>
            <numerusform>%n words that the model prefers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n step</numerusform>
            <numerusform>{ms}&#xa0;ms · %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n token(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n token</numerusform>
            <numerusform>{ms}&#xa0;ms · %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>%n file transcribed</numerusform>
            <numerusform>%n files transcribed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n file could not be transcribed</numerusform>
            <numerusform>%n files could not be transcribed</numerusform>
        </translation>
    </message>
</context>
</TS>
