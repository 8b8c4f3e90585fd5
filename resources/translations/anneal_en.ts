<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ControlBar</name>
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
    <name>LibraryController</name>
    <message numerus="yes">
        <source>%n transcription(s) were cut short last time.</source>
        <translation>
            <numerusform>%n transcription was cut short last time.</numerusform>
            <numerusform>%n transcriptions were cut short last time.</numerusform>
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
    <name>QueueView</name>
    <message numerus="yes">
        <source>{count} of %n segment(s) kept</source>
        <translation>
            <numerusform>{count} of %n segment kept</numerusform>
            <numerusform>{count} of %n segments kept</numerusform>
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
</TS>
