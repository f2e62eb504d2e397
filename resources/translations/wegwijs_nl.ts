<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="nl_NL">
<context>
    <name>CopyRow</name>
    <message numerus="yes">
        <source>%n binnen</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>%n binnen</numerusform>
            <numerusform>%n binnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskList</name>
    <message numerus="yes">
        <source>Toon nog %n plek(ken)</source>
        <translation>
            <numerusform>Toon nog %n plek</numerusform>
            <numerusform>Toon nog %n plekken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesksHead</name>
    <message numerus="yes">
        <source>%n plek(ken) vrij.</source>
        <extracomment>How many desks are free</extracomment>
        <translation>
            <numerusform>%n plek vrij.</numerusform>
            <numerusform>%n plekken vrij.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndScreen</name>
    <message numerus="yes">
        <source>Dit scherm gaat over %n seconde(n) terug naar het begin.</source>
        <translation>
            <numerusform>Dit scherm gaat over %n seconde terug naar het begin.</numerusform>
            <numerusform>Dit scherm gaat over %n seconden terug naar het begin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetSheet</name>
    <message numerus="yes">
        <source>Toon %n titel(s)</source>
        <extracomment>Button that closes the choices and shows so many titles</extracomment>
        <translation>
            <numerusform>Toon %n titel</numerusform>
            <numerusform>Toon %n titels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message numerus="yes">
        <source>U wacht nu %n minuut/minuten.</source>
        <translation>
            <numerusform>U wacht nu %n minuut.</numerusform>
            <numerusform>U wacht nu %n minuten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message numerus="yes">
        <source>Over %n seconde(n) wis ik alles wat u hier deed.</source>
        <translation>
            <numerusform>Over %n seconde wis ik alles wat u hier deed.</numerusform>
            <numerusform>Over %n seconden wis ik alles wat u hier deed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stap(pen)</source>
        <extracomment>How many steps a lesson has</extracomment>
        <translation>
            <numerusform>%n stap</numerusform>
            <numerusform>%n stappen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonEnd</name>
    <message numerus="yes">
        <source>U sloeg %n stap(pen) over. Dat mag. Later kan het ook.</source>
        <translation>
            <numerusform>U sloeg %n stap over. Dat mag. Later kan het ook.</numerusform>
            <numerusform>U sloeg %n stappen over. Dat mag. Later kan het ook.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message numerus="yes">
        <source>Goed zo! Nog %n te gaan.</source>
        <translation>
            <numerusform>Goed zo! Nog %n te gaan.</numerusform>
            <numerusform>Goed zo! Nog %n te gaan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n binnen.</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>%n binnen.</numerusform>
            <numerusform>%n binnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En in %n andere vestiging(en).</source>
        <extracomment>Besides the branch just named</extracomment>
        <translation>
            <numerusform>En in %n andere vestiging.</numerusform>
            <numerusform>En in %n andere vestigingen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedFacts</name>
    <message numerus="yes">
        <source>%n bericht(en) zijn geweigerd</source>
        <translation>
            <numerusform>%n bericht is geweigerd</numerusform>
            <numerusform>%n berichten zijn geweigerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>en nog %n bericht(en)</source>
        <extracomment>Below a list of refused messages of which only the newest are shown</extracomment>
        <translation>
            <numerusform>en nog %n bericht</numerusform>
            <numerusform>en nog %n berichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message numerus="yes">
        <source>%n titel(s) met %1</source>
        <extracomment>How many titles were found; %1 is what was searched, in bold</extracomment>
        <translation>
            <numerusform>%n titel met %1</numerusform>
            <numerusform>%n titels met %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n titel(s)</source>
        <translation>
            <numerusform>%n titel</numerusform>
            <numerusform>%n titels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uur</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>%n uur</numerusform>
            <numerusform>%n uur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortlistScreen</name>
    <message numerus="yes">
        <source>%n titel(s) op uw lijst</source>
        <translation>
            <numerusform>%n titel op uw lijst</numerusform>
            <numerusform>%n titels op uw lijst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message numerus="yes">
        <source>De pincode klopt niet. Wacht %n seconde(n).</source>
        <translation>
            <numerusform>De pincode klopt niet. Wacht %n seconde.</numerusform>
            <numerusform>De pincode klopt niet. Wacht %n seconden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffFacts</name>
    <message numerus="yes">
        <source>%n bericht(en)</source>
        <translation>
            <numerusform>%n bericht</numerusform>
            <numerusform>%n berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bestand(en) van een bezoeker zijn niet gewist</source>
        <translation>
            <numerusform>%n bestand van een bezoeker is niet gewist</numerusform>
            <numerusform>%n bestanden van een bezoeker zijn niet gewist</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartFacts</name>
    <message numerus="yes">
        <source>%n tafel(s)</source>
        <translation>
            <numerusform>%n tafel</numerusform>
            <numerusform>%n tafels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s)</source>
        <translation>
            <numerusform>%n computer</numerusform>
            <numerusform>%n computers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kamer(s)</source>
        <translation>
            <numerusform>%n kamer</numerusform>
            <numerusform>%n kamers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plek(ken) vrij</source>
        <translation>
            <numerusform>%n plek vrij</numerusform>
            <numerusform>%n plekken vrij</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TitleFacts</name>
    <message numerus="yes">
        <source>%n bladzijde(n)</source>
        <translation>
            <numerusform>%n bladzijde</numerusform>
            <numerusform>%n bladzijden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message numerus="yes">
        <source>%1 (%n titel(s))</source>
        <extracomment>A way to find more, and how many titles it brings; %1 is &quot;Zoek zonder ‘E-boek’&quot;</extracomment>
        <translation>
            <numerusform>%1 (%n titel)</numerusform>
            <numerusform>%1 (%n titels)</numerusform>
        </translation>
    </message>
</context>
</TS>
