<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Strip</name>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>Result after %n step</numerusform>
            <numerusform>Result after %n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
