<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EventsOverlay</name>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preparing</source>
        <translation>
            <numerusform>%n preparing</numerusform>
            <numerusform>%n preparing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutputNotice</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreflightStrip</name>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n not ready</numerusform>
            <numerusform>%n not ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures dropped: the disk is too slow</source>
        <translation>
            <numerusform>%n picture dropped: the disk is too slow</numerusform>
            <numerusform>%n pictures dropped: the disk is too slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>%n picture skipped: this computer is too slow</numerusform>
            <numerusform>%n pictures skipped: this computer is too slow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayPart</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message numerus="yes">
        <source>  +%n more</source>
        <translation>
            <numerusform>  +%n more</numerusform>
            <numerusform>  +%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamRow</name>
    <message numerus="yes">
        <source>%n on air</source>
        <translation>
            <numerusform>%n on air</numerusform>
            <numerusform>%n on air</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streams</source>
        <translation>
            <numerusform>%n stream</numerusform>
            <numerusform>%n streams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>%n picture skipped: this computer is too slow</numerusform>
            <numerusform>%n pictures skipped: this computer is too slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times reconnected</source>
        <translation>
            <numerusform>reconnected once</numerusform>
            <numerusform>%n times reconnected</numerusform>
        </translation>
    </message>
</context>
</TS>
