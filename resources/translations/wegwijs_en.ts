<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
<context>
    <name>Aids</name>
    <message>
        <source>Geef een hint</source>
        <translation>Give a hint</translation>
    </message>
    <message>
        <source>Nog een hint</source>
        <translation>Another hint</translation>
    </message>
    <message>
        <source>Laatste hint</source>
        <translation>Last hint</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>Geel boek %1 van %2</source>
        <extracomment>A yellow book on the shelf in the click practice; %1 of %2</extracomment>
        <translation>Yellow book %1 of %2</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Onderbalk</source>
        <extracomment>The bar at the bottom of the screen, for screen readers</extracomment>
        <translation>Bottom bar</translation>
    </message>
</context>
<context>
    <name>CalledOff</name>
    <message>
        <source>Dit gaat niet door.</source>
        <translation>This is cancelled.</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>Een code voor de camera van uw telefoon</source>
        <extracomment>What a screen reader says for the code</extracomment>
        <translation>A code for the camera of your phone</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Vestigingen</source>
        <extracomment>Name of the list of branches that have a title, for screen readers</extracomment>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Online, via de website van de bibliotheek. Thuis of op uw telefoon.</source>
        <translation>Online, on the website of the library. At home or on your phone.</translation>
    </message>
    <message>
        <source>Deze titel staat nu nergens op de plank. Vraag ernaar bij Hulp.</source>
        <translation>This title is not on a shelf anywhere now. Ask for it with Help.</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Hier, in %1</source>
        <extracomment>A branch in a list; %1 is the branch where the reader is now</extracomment>
        <translation>Here, in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n binnen</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>%n on the shelf</numerusform>
            <numerusform>%n on the shelf</numerusform>
        </translation>
    </message>
    <message>
        <source>alleen hier te gebruiken</source>
        <translation>to use here only</translation>
    </message>
    <message>
        <source>uitgeleend</source>
        <translation>on loan</translation>
    </message>
    <message>
        <source>in bestelling</source>
        <translation>on order</translation>
    </message>
    <message>
        <source>niet in deze vestiging</source>
        <extracomment>This branch, in which the reader stands, has no copy</extracomment>
        <translation>not in this branch</translation>
    </message>
    <message>
        <source>nu niet te leen</source>
        <translation>not to borrow now</translation>
    </message>
    <message>
        <source>terug op %1</source>
        <extracomment>When a copy comes back; %1 is a day</extracomment>
        <translation>back on %1</translation>
    </message>
    <message>
        <source>plank %1</source>
        <extracomment>A place in a branch; %1 is a shelf mark such as &quot;MULT&quot;</extracomment>
        <translation>shelf %1</translation>
    </message>
</context>
<context>
    <name>DeskList</name>
    <message>
        <source>Nu vrij</source>
        <extracomment>Heading over desks that one can have at once</extracomment>
        <translation>Free now</translation>
    </message>
    <message>
        <source>Straks vrij</source>
        <extracomment>Heading over desks that are taken now</extracomment>
        <translation>Free later</translation>
    </message>
    <message>
        <source>Niet te gebruiken</source>
        <extracomment>Heading over desks that nobody can have</extracomment>
        <translation>Cannot be used</translation>
    </message>
    <message>
        <source>Plekken</source>
        <extracomment>Name of the list of desks, for screen readers</extracomment>
        <translation>Places</translation>
    </message>
    <message>
        <source>Hier zijn geen plekken van deze soort.</source>
        <translation>There are no places of this kind here.</translation>
    </message>
    <message numerus="yes">
        <source>Toon nog %n plek(ken)</source>
        <translation>
            <numerusform>Show %n more place</numerusform>
            <numerusform>Show %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskLost</name>
    <message>
        <source>%1 is al van iemand anders</source>
        <extracomment>Heading: somebody else has the desk; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>%1 already belongs to someone else</translation>
    </message>
    <message>
        <source>Iemand anders was net eerder. Dat spijt ons.</source>
        <translation>Someone else was just before you. We are sorry.</translation>
    </message>
    <message>
        <source>Straks</source>
        <extracomment>Button: go on with what one was doing, without a desk for now</extracomment>
        <translation>Later</translation>
    </message>
    <message>
        <source>Zoek een andere plek</source>
        <extracomment>Button to the desks, for who has lost the one they had</extracomment>
        <translation>Find another place</translation>
    </message>
</context>
<context>
    <name>DeskMine</name>
    <message>
        <source>Ik vraag %1 aan</source>
        <extracomment>Heading while a desk is being asked for; %1 is &quot;tafel 4&quot;</extracomment>
        <translation>I am asking for %1</translation>
    </message>
    <message>
        <source>%1 is van u</source>
        <extracomment>Heading: the desk is the visitor&apos;s; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>%1 is yours</translation>
    </message>
    <message>
        <source>%1 is voorlopig van u</source>
        <extracomment>Heading: the desk is the visitor&apos;s, but it could not be checked; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>%1 is yours for now</translation>
    </message>
    <message>
        <source>%1 is al van iemand anders</source>
        <extracomment>Heading: somebody else has the desk; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>%1 already belongs to someone else</translation>
    </message>
    <message>
        <source>Een ogenblik.</source>
        <translation>One moment.</translation>
    </message>
    <message>
        <source>U kunt blijven tot %1.</source>
        <extracomment>How long the visitor has the desk; %1 is &quot;18.00 uur&quot;</extracomment>
        <translation>You can stay until %1.</translation>
    </message>
    <message>
        <source>Iemand anders was net eerder. Dat spijt ons.</source>
        <translation>Someone else was just before you. We are sorry.</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding. Ik vraag het later na. Ga gerust zitten.</source>
        <translation>There is no connection now. I will check later. Please take a seat.</translation>
    </message>
    <message>
        <source>%1 is nu vrij. Die kunt u meteen nemen.</source>
        <translation>%1 is free now. You can take it at once.</translation>
    </message>
    <message>
        <source>Er is nu geen andere plek vrij. Vraag een medewerker om hulp.</source>
        <translation>No other place is free now. Ask a member of staff for help.</translation>
    </message>
    <message>
        <source>Hier vindt u de plek: %1.</source>
        <extracomment>Where the desk stands; %1 is &quot;Leeszaal&quot;</extracomment>
        <translation>You will find it here: %1.</translation>
    </message>
    <message>
        <source>Bovenaan ziet u hoelang u nog hebt.</source>
        <translation>At the top you see how much time is left.</translation>
    </message>
    <message>
        <source>Gaat u eerder weg? Geef de plek dan terug.</source>
        <translation>Are you leaving earlier? Then give the place back.</translation>
    </message>
    <message>
        <source>Geef %1 terug</source>
        <extracomment>Button: give the desk back; %1 is &quot;tafel 4&quot;</extracomment>
        <translation>Give back %1</translation>
    </message>
    <message>
        <source>Wij vinden een andere plek.</source>
        <extracomment>What the stork says beside a desk that was taken, or lost to somebody else</extracomment>
        <translation>We will find another place.</translation>
    </message>
    <message>
        <source>Ga gerust zitten.</source>
        <translation>Please take a seat.</translation>
    </message>
    <message>
        <source>Fijn dat u er bent!</source>
        <translation>Good to see you!</translation>
    </message>
</context>
<context>
    <name>DeskPlan</name>
    <message>
        <source>uw keuze</source>
        <extracomment>Under the seat that the visitor has chosen on the plan</extracomment>
        <translation>your choice</translation>
    </message>
    <message>
        <source>vrij</source>
        <translation>free</translation>
    </message>
    <message>
        <source>een tijdje vrij</source>
        <extracomment>The sign of a seat that is free, but not till closing time</extracomment>
        <translation>free for a while</translation>
    </message>
    <message>
        <source>bezet</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>stuk</source>
        <translation>broken</translation>
    </message>
</context>
<context>
    <name>DeskRefusal</name>
    <message>
        <source>%1 is bezet tot %2.</source>
        <extracomment>Why not; %1 is &quot;Tafel 4&quot;, %2 is &quot;18.00 uur&quot;</extracomment>
        <translation>%1 is taken until %2.</translation>
    </message>
    <message>
        <source>%1 is al aangevraagd, tot %2.</source>
        <extracomment>Why not; %1 is &quot;Tafel 4&quot;, %2 is &quot;18.00 uur&quot;</extracomment>
        <translation>%1 has already been asked for, until %2.</translation>
    </message>
    <message>
        <source>%1 is stuk.</source>
        <extracomment>Why not; %1 is &quot;Computer 4&quot;</extracomment>
        <translation>%1 is broken.</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht. Wij gaan open om %1.</source>
        <translation>The library is closed now. We open at %1.</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht.</source>
        <translation>The library is closed now.</translation>
    </message>
    <message>
        <source>Wij sluiten om %1. U kunt nu geen plek meer nemen.</source>
        <translation>We close at %1. You can no longer take a place now.</translation>
    </message>
    <message>
        <source>U hebt al een plek. Geef die eerst terug.</source>
        <translation>You already have a place. Give that back first.</translation>
    </message>
    <message>
        <source>Dat lukte niet. Vraag een medewerker om hulp.</source>
        <translation>That did not work. Ask a member of staff for help.</translation>
    </message>
    <message>
        <source>%1 is nu vrij.</source>
        <translation>%1 is free now.</translation>
    </message>
    <message>
        <source>Kies %1</source>
        <extracomment>Button; %1 is &quot;tafel 2&quot;</extracomment>
        <translation>Choose %1</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>Tafel %1</source>
        <extracomment>The name of a table, at the start of a sentence; %1 is its number</extracomment>
        <translation>Table %1</translation>
    </message>
    <message>
        <source>Computer %1</source>
        <translation>Computer %1</translation>
    </message>
    <message>
        <source>Kamer %1</source>
        <extracomment>The name of a room, at the start of a sentence; %1 is its name</extracomment>
        <translation>Room %1</translation>
    </message>
    <message>
        <source>tafel %1</source>
        <extracomment>The name of a table, inside a sentence; %1 is its number</extracomment>
        <translation>table %1</translation>
    </message>
    <message>
        <source>computer %1</source>
        <translation>computer %1</translation>
    </message>
    <message>
        <source>kamer %1</source>
        <extracomment>The name of a room, inside a sentence; %1 is its name</extracomment>
        <translation>room %1</translation>
    </message>
    <message>
        <source>vrij</source>
        <extracomment>A free seat on the plan</extracomment>
        <translation>free</translation>
    </message>
    <message>
        <source>tot %1</source>
        <extracomment>A seat on the plan: free until; %1 is &quot;15.20&quot;</extracomment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>bezet</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>stuk</source>
        <extracomment>A seat that cannot be used</extracomment>
        <translation>broken</translation>
    </message>
    <message>
        <source>van u</source>
        <extracomment>The visitor&apos;s own seat on the plan</extracomment>
        <translation>yours</translation>
    </message>
    <message>
        <source>voorlopig</source>
        <extracomment>The visitor&apos;s own seat on the plan, not yet sure</extracomment>
        <translation>for now</translation>
    </message>
    <message>
        <source>dicht</source>
        <extracomment>A seat on the plan while the library is closed</extracomment>
        <translation>closed</translation>
    </message>
    <message>
        <source>vrij tot %1</source>
        <extracomment>%1 is &quot;18.00 uur&quot;</extracomment>
        <translation>free until %1</translation>
    </message>
    <message>
        <source>bezet tot %1</source>
        <translation>taken until %1</translation>
    </message>
    <message>
        <source>van u tot %1</source>
        <translation>yours until %1</translation>
    </message>
</context>
<context>
    <name>DesksHead</name>
    <message numerus="yes">
        <source>%n plek(ken) vrij.</source>
        <extracomment>How many desks are free</extracomment>
        <translation>
            <numerusform>%n place free.</numerusform>
            <numerusform>%n places free.</numerusform>
        </translation>
    </message>
    <message>
        <source>Er is nu geen plek vrij.</source>
        <translation>No place is free now.</translation>
    </message>
    <message>
        <source>Open tot %1.</source>
        <extracomment>Until when the library is open; %1 is &quot;18.00 uur&quot;</extracomment>
        <translation>Open until %1.</translation>
    </message>
    <message>
        <source>Kies een plek</source>
        <translation>Choose a place</translation>
    </message>
    <message>
        <source>Alles</source>
        <extracomment>Filter: every kind of desk</extracomment>
        <translation>All</translation>
    </message>
    <message>
        <source>Tafels</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computers</translation>
    </message>
    <message>
        <source>Kamers</source>
        <translation>Rooms</translation>
    </message>
</context>
<context>
    <name>DesksScreen</name>
    <message>
        <source>Neem %1</source>
        <extracomment>Button that takes the chosen desk; %1 is &quot;tafel 4&quot;. And what it says while none is chosen.</extracomment>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>Naar Home</source>
        <extracomment>Button to the screen with the four doors</extracomment>
        <translation>Go to Home</translation>
    </message>
    <message>
        <source>Kies eerst een plek</source>
        <translation>Choose a place first</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <extracomment>Why the chosen desk cannot be had; %1 is &quot;Tafel 1&quot;, %2 is &quot;bezet tot 14.30 uur&quot; or &quot;stuk&quot;</extracomment>
        <translation>%1 is %2.</translation>
    </message>
    <message>
        <source>U hebt geen pas nodig.</source>
        <translation>You do not need a card.</translation>
    </message>
    <message>
        <source>Werkplek</source>
        <translation>Place to work</translation>
    </message>
    <message>
        <source>Kies zelf een plek</source>
        <translation>Choose a place yourself</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht</source>
        <translation>The library is closed now</translation>
    </message>
    <message>
        <source>Wij gaan open: %1 om %2.</source>
        <extracomment>When the library opens; %1 is a day, %2 is &quot;10.00 uur&quot;</extracomment>
        <translation>We open %1 at %2.</translation>
    </message>
    <message>
        <source>Ik ken de plekken hier nog niet</source>
        <translation>I do not know the places here yet</translation>
    </message>
    <message>
        <source>Kijk straks nog eens, of vraag een medewerker.</source>
        <translation>Look again later, or ask a member of staff.</translation>
    </message>
</context>
<context>
    <name>EndScreen</name>
    <message>
        <source>Uw sporen zijn gewist</source>
        <translation>Your traces are cleared</translation>
    </message>
    <message>
        <source>Ik kan niet zien of alles weg is</source>
        <translation>I cannot see if everything is gone</translation>
    </message>
    <message>
        <source>Ik wis uw sporen</source>
        <translation>I am clearing your traces</translation>
    </message>
    <message>
        <source>Vraag een medewerker om te kijken.</source>
        <translation>Ask a member of staff to have a look.</translation>
    </message>
    <message>
        <source>De volgende bezoeker ziet niets van u.</source>
        <translation>The next visitor sees nothing of yours.</translation>
    </message>
    <message>
        <source>Tot ziens!</source>
        <extracomment>Said to a visitor who is leaving</extracomment>
        <translation>Goodbye!</translation>
    </message>
    <message numerus="yes">
        <source>Dit scherm gaat over %n seconde(n) terug naar het begin.</source>
        <translation>
            <numerusform>This screen goes back to the start in %n second.</numerusform>
            <numerusform>This screen goes back to the start in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Naar het begin</source>
        <translation>Go to the start</translation>
    </message>
</context>
<context>
    <name>EventAbout</name>
    <message>
        <source>Wij spreken %1.</source>
        <extracomment>In which languages an activity is held; %1 is &quot;Nederlands en Engels&quot;</extracomment>
        <translation>We speak %1.</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Dit gaat niet door</source>
        <extracomment>An activity that was called off</extracomment>
        <translation>This is cancelled</translation>
    </message>
    <message>
        <source>Nu bezig</source>
        <extracomment>An activity that is going on now</extracomment>
        <translation>On now</translation>
    </message>
</context>
<context>
    <name>EventScreen</name>
    <message>
        <source>Meedoen</source>
        <translation>Join in</translation>
    </message>
    <message>
        <source>U hoeft zich niet aan te melden.</source>
        <translation>You do not have to sign up.</translation>
    </message>
    <message>
        <source>Deze activiteit is er niet meer</source>
        <translation>This activity is no longer there</translation>
    </message>
    <message>
        <source>Ga terug en kijk wat er nog meer te doen is.</source>
        <translation>Go back and see what else is on.</translation>
    </message>
</context>
<context>
    <name>EventTakeAlong</name>
    <message>
        <source>Neem mee op uw telefoon</source>
        <translation>Take it with you on your phone</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan staat het in uw agenda.</source>
        <extracomment>Taking an activity along on a phone, third step</extracomment>
        <translation>Tap your phone. Then it is in your calendar.</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Taal</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>Language</translation>
    </message>
    <message>
        <source>Digitaal</source>
        <extracomment>Theme of an activity: computers and phones</extracomment>
        <translation>Digital</translation>
    </message>
    <message>
        <source>Kinderen</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>Children</translation>
    </message>
    <message>
        <source>Brieven en formulieren</source>
        <extracomment>Theme of an activity: letters and forms</extracomment>
        <translation>Letters and forms</translation>
    </message>
    <message>
        <source>Cultuur</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>Culture</translation>
    </message>
    <message>
        <source>Ontmoeten</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>Meeting people</translation>
    </message>
    <message>
        <source>%1 tot %2</source>
        <extracomment>From when to when; %1 is &quot;15.00&quot;, %2 is &quot;16.30 uur&quot;</extracomment>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>Meedoen</source>
        <translation>Join in</translation>
    </message>
    <message>
        <source>Alles is gratis. Kom gewoon langs.</source>
        <extracomment>Under the programme</extracomment>
        <translation>Everything is free. Just come along.</translation>
    </message>
    <message>
        <source>Wat is er te doen?</source>
        <translation>What is on?</translation>
    </message>
    <message>
        <source>In deze bibliotheek</source>
        <extracomment>Filter: activities in this branch</extracomment>
        <translation>In this library</translation>
    </message>
    <message>
        <source>Overal</source>
        <extracomment>Filter: activities in every branch</extracomment>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Deze week is hier niets te doen</source>
        <translation>There is nothing on here this week</translation>
    </message>
    <message>
        <source>Misschien wel in een andere bibliotheek.</source>
        <translation>Perhaps in another library.</translation>
    </message>
    <message>
        <source>Kijk volgende week nog eens.</source>
        <translation>Look again next week.</translation>
    </message>
    <message>
        <source>Kijk overal</source>
        <translation>Look everywhere</translation>
    </message>
</context>
<context>
    <name>FacetChips</name>
    <message>
        <source>U koos</source>
        <extracomment>Name of the row of choices that narrow the search, for screen readers</extracomment>
        <translation>You chose</translation>
    </message>
    <message>
        <source>Zonder: %1</source>
        <extracomment>For a screen reader: a press drops this choice; %1 is what was chosen</extracomment>
        <translation>Without: %1</translation>
    </message>
    <message>
        <source>Wis alle keuzes</source>
        <extracomment>Button that drops all that was chosen</extracomment>
        <translation>Clear all choices</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Kies wat u zoekt</source>
        <extracomment>Name of the column of choices beside the titles, for screen readers</extracomment>
        <translation>Choose what you are looking for</translation>
    </message>
    <message>
        <source>Meer: %1</source>
        <extracomment>Button that shows the rest of a list of choices; %1 is its heading, such as &quot;Taal&quot;</extracomment>
        <translation>More: %1</translation>
    </message>
</context>
<context>
    <name>FacetSheet</name>
    <message>
        <source>Kies wat u zoekt</source>
        <translation>Choose what you are looking for</translation>
    </message>
    <message numerus="yes">
        <source>Toon %n titel(s)</source>
        <extracomment>Button that closes the choices and shows so many titles</extracomment>
        <translation>
            <numerusform>Show %n title</numerusform>
            <numerusform>Show %n titles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetWords</name>
    <message>
        <source>Soort</source>
        <extracomment>Heading over kinds of titles, to choose from</extracomment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Taal</source>
        <extracomment>Heading over languages, to choose from</extracomment>
        <translation>Language</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <extracomment>Heading over children, adults …, to choose from</extracomment>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Zo leest u</source>
        <extracomment>Heading over large print, audio …, to choose from</extracomment>
        <translation>How you read it</translation>
    </message>
    <message>
        <source>Vestiging</source>
        <extracomment>Heading over branches of the library, to choose from</extracomment>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Alleen wat hier is</source>
        <extracomment>A choice: only titles that are in this branch now</extracomment>
        <translation>Only what is here</translation>
    </message>
    <message>
        <source>Nieuw deze maand</source>
        <extracomment>A choice: only titles that came to the library in the last month</extracomment>
        <translation>New this month</translation>
    </message>
    <message>
        <source>Kinderen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Jongeren</source>
        <translation>Young people</translation>
    </message>
    <message>
        <source>Volwassenen</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Grote letters</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>Om te luisteren</source>
        <translation>To listen to</translation>
    </message>
    <message>
        <source>Makkelijk lezen</source>
        <translation>Easy to read</translation>
    </message>
    <message>
        <source>E-boek</source>
        <translation>E-book</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Wissen</source>
        <extracomment>Button that empties a line one typed on</extracomment>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>Floor</name>
    <message>
        <source>U bent hier</source>
        <extracomment>On the plan, beside a dot: this screen stands here</extracomment>
        <translation>You are here</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Een vrijwilliger</source>
        <translation>A volunteer</translation>
    </message>
    <message>
        <source>%1 komt eraan</source>
        <extracomment>Heading; %1 is the name that a volunteer chose</extracomment>
        <translation>%1 is coming</translation>
    </message>
    <message>
        <source>U bent geholpen</source>
        <translation>You have been helped</translation>
    </message>
    <message>
        <source>Loop naar de balie</source>
        <translation>Walk to the desk</translation>
    </message>
    <message>
        <source>Ik roep hulp</source>
        <translation>I am calling someone</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding. Misschien hoort niemand uw vraag.</source>
        <translation>There is no connection now. Perhaps nobody hears your question.</translation>
    </message>
    <message>
        <source>Fijn dat u het vroeg. Vraag gerust nog eens.</source>
        <translation>Good that you asked. Feel free to ask again.</translation>
    </message>
    <message>
        <source>Wij zoeken %1 op dit scherm.</source>
        <extracomment>%1 is &quot;de blauwe tulp&quot;</extracomment>
        <translation>We look for %1 on this screen.</translation>
    </message>
    <message>
        <source>Uw vraag is aangekomen</source>
        <translation>Your question has arrived</translation>
    </message>
    <message>
        <source>Hebt u nog hulp nodig?</source>
        <translation>Do you still need help?</translation>
    </message>
    <message>
        <source>Uw vraag staat niet meer open.</source>
        <translation>Your question is no longer open.</translation>
    </message>
    <message>
        <source>blauwe tulp</source>
        <extracomment>A picture, after &quot;U bent de&quot;; where the article is part of the word (Arabic), with it</extracomment>
        <translation>blue tulip</translation>
    </message>
    <message>
        <source>rode tulp</source>
        <translation>red tulip</translation>
    </message>
    <message>
        <source>gele tulp</source>
        <translation>yellow tulip</translation>
    </message>
    <message>
        <source>paarse tulp</source>
        <translation>purple tulip</translation>
    </message>
    <message>
        <source>blauwe boot</source>
        <translation>blue boat</translation>
    </message>
    <message>
        <source>rode boot</source>
        <translation>red boat</translation>
    </message>
    <message>
        <source>gele boot</source>
        <translation>yellow boat</translation>
    </message>
    <message>
        <source>paarse boot</source>
        <translation>purple boat</translation>
    </message>
    <message>
        <source>blauwe vis</source>
        <translation>blue fish</translation>
    </message>
    <message>
        <source>rode vis</source>
        <translation>red fish</translation>
    </message>
    <message>
        <source>gele vis</source>
        <translation>yellow fish</translation>
    </message>
    <message>
        <source>paarse vis</source>
        <translation>purple fish</translation>
    </message>
    <message>
        <source>de %1</source>
        <extracomment>With the article; %1 is &quot;blauwe tulp&quot;</extracomment>
        <translation>the %1</translation>
    </message>
    <message>
        <source>U vroeg hulp</source>
        <translation>You asked for help</translation>
    </message>
    <message>
        <source>%1 weet het</source>
        <extracomment>%1 is the name that a volunteer chose</extracomment>
        <translation>%1 knows about it</translation>
    </message>
    <message>
        <source>Iemand heeft tijd</source>
        <translation>Someone has time</translation>
    </message>
    <message>
        <source>zo meteen</source>
        <translation>in a moment</translation>
    </message>
    <message>
        <source>%1 is bij u</source>
        <extracomment>%1 is the name that a volunteer chose</extracomment>
        <translation>%1 is with you</translation>
    </message>
    <message>
        <source>Er is iemand bij u</source>
        <translation>Someone is with you</translation>
    </message>
    <message>
        <source>nu</source>
        <extracomment>When somebody comes: very soon. And after it: now.</extracomment>
        <translation>now</translation>
    </message>
    <message>
        <source>Ik blijf het proberen.</source>
        <translation>I keep trying.</translation>
    </message>
    <message>
        <source>U wacht nog geen minuut.</source>
        <translation>You have been waiting less than a minute.</translation>
    </message>
    <message numerus="yes">
        <source>U wacht nu %n minuut/minuten.</source>
        <translation>
            <numerusform>You have been waiting %n minute.</numerusform>
            <numerusform>You have been waiting %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Terug naar mijn les</source>
        <translation>Back to my lesson</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ik heb geen hulp meer nodig</source>
        <extracomment>Button: take the question for help back</extracomment>
        <translation>I no longer need help</translation>
    </message>
    <message>
        <source>Vraag nog eens hulp</source>
        <translation>Ask for help again</translation>
    </message>
    <message>
        <source>U bent de</source>
        <extracomment>Over the name of a picture: &quot;U bent de / blauwe tulp&quot;</extracomment>
        <translation>You are the</translation>
    </message>
    <message>
        <source>Blijf rustig zitten. U mag gewoon verdergaan.</source>
        <translation>Please stay seated. You can just carry on.</translation>
    </message>
    <message>
        <source>Is er weer verbinding? Dan roep ik alsnog hulp.</source>
        <translation>Once there is a connection, I will call for help after all.</translation>
    </message>
    <message>
        <source>Niemand kijkt van ver mee op uw scherm.</source>
        <translation>Nobody watches your screen from afar.</translation>
    </message>
    <message>
        <source>Goed gedaan!</source>
        <extracomment>What the stork says while one waits for help, and after it</extracomment>
        <translation>Well done!</translation>
    </message>
    <message>
        <source>De balie helpt u graag.</source>
        <translation>The desk is happy to help you.</translation>
    </message>
    <message>
        <source>Ik wacht
met u mee.</source>
        <translation>I will wait with you.</translation>
    </message>
</context>
<context>
    <name>HintBox</name>
    <message>
        <source>&lt;b&gt;Hint %1 van %2.&lt;/b&gt; %3</source>
        <extracomment>Before a hint; %1 of %2, %3 is the hint itself</extracomment>
        <translation>&lt;b&gt;Hint %1 of %2.&lt;/b&gt; %3</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ik ben klaar</source>
        <extracomment>Button that ends the visit</extracomment>
        <translation>I have finished</translation>
    </message>
    <message>
        <source>Wat wilt u doen?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Kies een kaart. U kunt niets stukmaken.</source>
        <translation>Choose a card. You cannot break anything.</translation>
    </message>
    <message>
        <source>Leren</source>
        <extracomment>A door on Home: lessons to practise with</extracomment>
        <translation>Learn</translation>
    </message>
    <message>
        <source>Oefen met de computer, stap voor stap.</source>
        <translation>Practise with the computer, step by step.</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <extracomment>A door on Home: the catalogue</extracomment>
        <translation>Search</translation>
    </message>
    <message>
        <source>Zoek een boek, film of tijdschrift.</source>
        <translation>Search for a book, film or magazine.</translation>
    </message>
    <message>
        <source>Werkplek</source>
        <extracomment>A door on Home: tables, computers and rooms</extracomment>
        <translation>Place to work</translation>
    </message>
    <message>
        <source>Neem een tafel, computer of kamer.</source>
        <translation>Take a table, computer or room.</translation>
    </message>
    <message>
        <source>Meedoen</source>
        <extracomment>A door on Home: activities to join</extracomment>
        <translation>Join in</translation>
    </message>
    <message>
        <source>Kijk wat er te doen is. Iedereen mag komen.</source>
        <translation>See what is on. Everyone may come.</translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>Bibliotheek</source>
        <translation>Library</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Bent u er nog?</source>
        <extracomment>Asked after some time without a touch</extracomment>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>Over %n seconde(n) wis ik alles wat u hier deed.</source>
        <translation>
            <numerusform>In %n second I will clear everything you did here.</numerusform>
            <numerusform>In %n seconds I will clear everything you did here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ja, ik ga verder</source>
        <translation>Yes, I will continue</translation>
    </message>
</context>
<context>
    <name>Instruction</name>
    <message>
        <source>Stap %1 van %2</source>
        <extracomment>Where one is in a lesson</extracomment>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>spatie</source>
        <extracomment>The space bar</extracomment>
        <translation>space</translation>
    </message>
    <message>
        <source>pijl naar links</source>
        <extracomment>An arrow key</extracomment>
        <translation>left arrow</translation>
    </message>
    <message>
        <source>pijl naar rechts</source>
        <translation>right arrow</translation>
    </message>
    <message>
        <source>pijl omhoog</source>
        <translation>up arrow</translation>
    </message>
    <message>
        <source>pijl omlaag</source>
        <translation>down arrow</translation>
    </message>
</context>
<context>
    <name>KeysKind</name>
    <message>
        <source>%1. Druk op: %2</source>
        <extracomment>For screen readers: what stands in the practice field, and the key to press</extracomment>
        <translation>%1. Press: %2</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>%1, makkelijk lezen</source>
        <extracomment>A kind of title with easy text; %1 is &quot;Boek&quot;</extracomment>
        <translation>%1, easy to read</translation>
    </message>
    <message>
        <source>Boek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>Book</translation>
    </message>
    <message>
        <source>Luisterboek</source>
        <extracomment>A kind of title in the catalogue: on disc</extracomment>
        <translation>Audiobook</translation>
    </message>
    <message>
        <source>E-boek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>E-book</translation>
    </message>
    <message>
        <source>Online luisterboek</source>
        <extracomment>A kind of title in the catalogue: an audiobook without a disc</extracomment>
        <translation>Online audiobook</translation>
    </message>
    <message>
        <source>Film op dvd</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>Film on DVD</translation>
    </message>
    <message>
        <source>Muziek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>Music</translation>
    </message>
    <message>
        <source>Tijdschrift</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>Magazine</translation>
    </message>
    <message>
        <source>Bladmuziek</source>
        <extracomment>A kind of title in the catalogue: printed music</extracomment>
        <translation>Sheet music</translation>
    </message>
    <message>
        <source>Kaart</source>
        <extracomment>A kind of title in the catalogue: of a country or city</extracomment>
        <translation>Map</translation>
    </message>
    <message>
        <source>Spel</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>Game</translation>
    </message>
    <message>
        <source>Voorwerp</source>
        <extracomment>A kind of title in the catalogue: a thing one can borrow</extracomment>
        <translation>Object</translation>
    </message>
    <message>
        <source>Anders</source>
        <extracomment>A kind of title in the catalogue: something else</extracomment>
        <translation>Other</translation>
    </message>
    <message>
        <source>ook als %1</source>
        <extracomment>After the kind of a title: its other kinds; %1 is &quot;e-boek en luisterboek&quot;</extracomment>
        <translation>also as %1</translation>
    </message>
    <message>
        <source>Waar staat dit boek?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where is this book?</translation>
    </message>
    <message>
        <source>Waar staat dit luisterboek?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where is this audiobook?</translation>
    </message>
    <message>
        <source>Waar staat deze film?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where is this film?</translation>
    </message>
    <message>
        <source>Waar ligt dit tijdschrift?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where is this magazine?</translation>
    </message>
    <message>
        <source>Waar staat dit spel?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where is this game?</translation>
    </message>
    <message>
        <source>Waar vindt u dit?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>Where do you find this?</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stap(pen)</source>
        <extracomment>How many steps a lesson has</extracomment>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Klaar</source>
        <extracomment>How far a visitor is with a lesson</extracomment>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 van %2 gedaan</source>
        <translation>%1 of %2 done</translation>
    </message>
</context>
<context>
    <name>LessonEnd</name>
    <message>
        <source>Dit neemt u mee</source>
        <extracomment>Heading of the card with lines to remember</extracomment>
        <translation>Take this with you</translation>
    </message>
    <message>
        <source>De les is klaar</source>
        <translation>The lesson is finished</translation>
    </message>
    <message>
        <source>U bent aan het eind</source>
        <translation>You are at the end</translation>
    </message>
    <message>
        <source>U keek rond in ‘%1’. Schrijf de zinnen gerust over.</source>
        <extracomment>%1 is the name of the lesson, most of which was skipped</extracomment>
        <translation>You looked around in ‘%1’. Feel free to copy the sentences.</translation>
    </message>
    <message>
        <source>U deed ‘%1’. Schrijf de zinnen gerust over.</source>
        <extracomment>%1 is the name of the lesson</extracomment>
        <translation>You did ‘%1’. Feel free to copy the sentences.</translation>
    </message>
    <message numerus="yes">
        <source>U sloeg %n stap(pen) over. Dat mag. Later kan het ook.</source>
        <translation>
            <numerusform>You skipped %n step. That is fine. You can do it later too.</numerusform>
            <numerusform>You skipped %n steps. That is fine. You can do them later too.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wat hebt u dat goed gedaan!</source>
        <translation>You did that so well!</translation>
    </message>
    <message>
        <source>Fijn dat u kwam kijken.
Oefenen kan altijd nog.</source>
        <extracomment>What the stork says at the end of a lesson: most was skipped, some was skipped, all was done</extracomment>
        <translation>Good that you had a look.
You can practise any time.</translation>
    </message>
    <message>
        <source>Goed gedaan!
De rest kan later.</source>
        <translation>Well done!
The rest can come later.</translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message>
        <source>Lukt het niet? Neem gerust een hint.</source>
        <translation>Is it not working? Feel free to take a hint.</translation>
    </message>
    <message numerus="yes">
        <source>Goed zo! Nog %n te gaan.</source>
        <translation>
            <numerusform>Well done! %n more to go.</numerusform>
            <numerusform>Well done! %n more to go.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lees het rustig. Druk dan op Verder.</source>
        <translation>Read it calmly. Then press Continue.</translation>
    </message>
    <message>
        <source>Kies eerst. Dan kunt u verder.</source>
        <translation>Choose first. Then you can continue.</translation>
    </message>
    <message>
        <source>Druk eerst op de gele toets. Dan kunt u verder.</source>
        <translation>Press the yellow key first. Then you can continue.</translation>
    </message>
    <message>
        <source>Neem rustig de tijd. Daarna kunt u verder.</source>
        <translation>Take your time. After that you can continue.</translation>
    </message>
    <message>
        <source>Volgende les</source>
        <translation>Next lesson</translation>
    </message>
    <message>
        <source>Kies een les</source>
        <translation>Choose a lesson</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Sla deze stap over</source>
        <translation>Skip this step</translation>
    </message>
    <message>
        <source>Deze les is er niet</source>
        <translation>This lesson is not there</translation>
    </message>
    <message>
        <source>Ga terug en kies een andere les.</source>
        <translation>Go back and choose another lesson.</translation>
    </message>
</context>
<context>
    <name>LessonsScreen</name>
    <message>
        <source>Leren</source>
        <extracomment>The screen with lessons</extracomment>
        <translation>Learn</translation>
    </message>
    <message>
        <source>Wat wilt u leren?</source>
        <translation>What would you like to learn?</translation>
    </message>
    <message>
        <source>Kies een les. U kunt niets stukmaken.</source>
        <translation>Choose a lesson. You cannot break anything.</translation>
    </message>
    <message>
        <source>Er zijn nu geen lessen</source>
        <translation>There are no lessons now</translation>
    </message>
    <message>
        <source>Vraag het aan een medewerker.</source>
        <translation>Ask a member of staff.</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Cijfers</source>
        <extracomment>The digits on the screen, for screen readers</extracomment>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Wis het laatste cijfer</source>
        <extracomment>Button that takes the last digit away, for screen readers</extracomment>
        <translation>Clear the last digit</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Goed</source>
        <extracomment>Beside an option that was chosen</extracomment>
        <translation>Right</translation>
    </message>
    <message>
        <source>Kies iets anders</source>
        <translation>Choose something else</translation>
    </message>
</context>
<context>
    <name>PhoneSheet</name>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Hier, op plank %1</source>
        <extracomment>Where a title stands in this branch; %1 is a shelf mark such as &quot;MULT&quot; or &quot;512.3&quot;</extracomment>
        <translation>Here, on shelf %1</translation>
    </message>
    <message>
        <source>Hier</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Online te beluisteren</source>
        <translation>Listen online</translation>
    </message>
    <message>
        <source>Online te lezen</source>
        <translation>Read online</translation>
    </message>
    <message>
        <source>Alleen hier te gebruiken, plank %1</source>
        <extracomment>A title that may be read here but not borrowed; %1 is a shelf mark</extracomment>
        <translation>To use here only, shelf %1</translation>
    </message>
    <message>
        <source>Alleen hier te gebruiken</source>
        <translation>To use here only</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <extracomment>A title that is in another branch; %1 is the branch, %2 how many are in</extracomment>
        <translation>In %1: %2</translation>
    </message>
    <message>
        <source>Uitgeleend</source>
        <translation>On loan</translation>
    </message>
    <message>
        <source>In bestelling</source>
        <translation>On order</translation>
    </message>
    <message>
        <source>Nu niet te leen</source>
        <translation>Not to borrow now</translation>
    </message>
    <message numerus="yes">
        <source>%n binnen.</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>%n on the shelf.</numerusform>
            <numerusform>%n on the shelf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thuis of op uw telefoon.</source>
        <translation>At home or on your phone.</translation>
    </message>
    <message>
        <source>U kunt dit niet lenen.</source>
        <translation>You cannot borrow this.</translation>
    </message>
    <message numerus="yes">
        <source>En in %n andere vestiging(en).</source>
        <extracomment>Besides the branch just named</extracomment>
        <translation>
            <numerusform>And in %n other branch.</numerusform>
            <numerusform>And in %n other branches.</numerusform>
        </translation>
    </message>
    <message>
        <source>Niet in deze vestiging.</source>
        <translation>Not in this branch.</translation>
    </message>
    <message>
        <source>Terug op %1, in %2.</source>
        <extracomment>When a copy comes back, and to which branch; %1 is a day, %2 a branch</extracomment>
        <translation>Back on %1, in %2.</translation>
    </message>
    <message>
        <source>Het komt nog.</source>
        <translation>It is still to come.</translation>
    </message>
    <message>
        <source>Vraag ernaar bij Hulp.</source>
        <translation>Ask for it with Help.</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Oefenen. Hier kan niets misgaan.</source>
        <translation>Practice. Nothing can go wrong here.</translation>
    </message>
    <message>
        <source>%1 van %2 gedaan</source>
        <extracomment>How much of a step is done: %1 of %2 things</extracomment>
        <translation>%1 of %2 done</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>kan nog niet</source>
        <extracomment>Said after the name of a button that does nothing yet</extracomment>
        <translation>not possible yet</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Wat u zocht</source>
        <translation>What you searched for</translation>
    </message>
    <message>
        <source>Wat u typte</source>
        <translation>What you typed</translation>
    </message>
    <message>
        <source>Wat u oefende</source>
        <translation>What you practised</translation>
    </message>
    <message>
        <source>Taal en weergave</source>
        <translation>Language and display</translation>
    </message>
    <message>
        <source>weer gewoon</source>
        <extracomment>On the receipt: language and size of letters are as they were</extracomment>
        <translation>back to normal</translation>
    </message>
    <message>
        <source>blijft van u</source>
        <extracomment>On the receipt, after the name of a desk: it stays the visitor&apos;s</extracomment>
        <translation>stays yours</translation>
    </message>
    <message>
        <source>gewist</source>
        <extracomment>On the receipt: gone</extracomment>
        <translation>cleared</translation>
    </message>
    <message>
        <source>wordt gewist</source>
        <translation>being cleared</translation>
    </message>
    <message>
        <source>Uw naam hebben wij nooit gevraagd.</source>
        <translation>We never asked for your name.</translation>
    </message>
</context>
<context>
    <name>RefusedFacts</name>
    <message>
        <source>Een plek nemen</source>
        <translation>Taking a seat</translation>
    </message>
    <message>
        <source>Een plek verlaten</source>
        <translation>Leaving a seat</translation>
    </message>
    <message>
        <source>Een vraag om hulp</source>
        <translation>A question for help</translation>
    </message>
    <message>
        <source>Een vraag om hulp die is ingetrokken</source>
        <translation>A question for help that was taken back</translation>
    </message>
    <message>
        <source>Een ander bericht</source>
        <translation>Another message</translation>
    </message>
    <message>
        <source>De plek is niet in deze vestiging.</source>
        <translation>The seat is not in this branch.</translation>
    </message>
    <message>
        <source>De tijd in het bericht kan niet kloppen.</source>
        <translation>The time in the message cannot be right.</translation>
    </message>
    <message>
        <source>Er staat iets in dat te lang of te groot is.</source>
        <translation>Something in it is too long or too large.</translation>
    </message>
    <message>
        <source>Het bericht is te lang.</source>
        <translation>The message is too long.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor kan het bericht niet lezen.</source>
        <translation>Head office cannot read the message.</translation>
    </message>
    <message>
        <source>Een ander bericht heeft hetzelfde nummer.</source>
        <translation>Another message has the same number.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor kent dit soort bericht nog niet.</source>
        <translation>Head office does not know this kind of message yet.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor gaf een andere reden.</source>
        <translation>Head office gave another reason.</translation>
    </message>
    <message numerus="yes">
        <source>%n bericht(en) zijn geweigerd</source>
        <translation>
            <numerusform>%n message was refused</numerusform>
            <numerusform>%n messages were refused</numerusform>
        </translation>
    </message>
    <message>
        <source>Bel de beheerder. Ze blijven op deze computer staan.</source>
        <translation>Call the administrator. They stay on this computer.</translation>
    </message>
    <message numerus="yes">
        <source>en nog %n bericht(en)</source>
        <extracomment>Below a list of refused messages of which only the newest are shown</extracomment>
        <translation>
            <numerusform>and %n more message</numerusform>
            <numerusform>and %n more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message numerus="yes">
        <source>%n titel(s) met %1</source>
        <extracomment>How many titles were found; %1 is what was searched, in bold</extracomment>
        <translation>
            <numerusform>%n title with %1</numerusform>
            <numerusform>%n titles with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n titel(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
    <message>
        <source>U typte ‘%1’.</source>
        <extracomment>After a typing error was corrected; %1 is what was typed</extracomment>
        <translation>You typed ‘%1’.</translation>
    </message>
    <message>
        <source>Kies</source>
        <extracomment>Button that shows the choices that narrow a search</extracomment>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Cirkel %1 van %2</source>
        <extracomment>A round target in the click practice; %1 of %2</extracomment>
        <translation>Circle %1 of %2</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>, </source>
        <extracomment>Between facts that stand beside each other, with its space. Arabic: &quot;، &quot;</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>HH.mm</source>
        <extracomment>How a time of day is written; HH hours, mm minutes. English: &quot;HH:mm&quot;</extracomment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 uur</source>
        <extracomment>A time of day in a sentence; %1 is &quot;14.07&quot;. English: &quot;%1&quot;</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>A day in full; %1 weekday, %2 day of the month, %3 month</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day without its weekday; %1 day of the month, %2 month</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>vandaag</source>
        <extracomment>A day, in lower case as in the middle of a sentence</extracomment>
        <translation>today</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uur</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <extracomment>A length of time; %1 is &quot;2 uur&quot;, %2 is &quot;10 minuten&quot;</extracomment>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>nog %1</source>
        <extracomment>The time that is left; %1 is &quot;38 minuten&quot;</extracomment>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>gegevens van %1</source>
        <extracomment>How old what is shown is; %1 is &quot;10.42 uur&quot;, or &quot;17 november&quot; when that was not today</extracomment>
        <translation>information from %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <extracomment>Between the things of a list that ends in &quot;en&quot;, with its spaces. Arabic: &quot; و&quot;</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <comment>list</comment>
        <extracomment>The end of a list; %1 is &quot;tafels, computers&quot;, %2 is &quot;kamers&quot;</extracomment>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Engels</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Duits</source>
        <translation>German</translation>
    </message>
    <message>
        <source>Frans</source>
        <translation>French</translation>
    </message>
    <message>
        <source>Spaans</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Italiaans</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>Portugees</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Arabisch</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>Turks</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>Oekraïens</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>Russisch</source>
        <translation>Russian</translation>
    </message>
    <message>
        <source>Roemeens</source>
        <translation>Romanian</translation>
    </message>
    <message>
        <source>Bulgaars</source>
        <translation>Bulgarian</translation>
    </message>
    <message>
        <source>Hongaars</source>
        <translation>Hungarian</translation>
    </message>
    <message>
        <source>Grieks</source>
        <translation>Greek</translation>
    </message>
    <message>
        <source>Latijn</source>
        <translation>Latin</translation>
    </message>
    <message>
        <source>Fries</source>
        <translation>Frisian</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Deens</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>Zweeds</source>
        <translation>Swedish</translation>
    </message>
    <message>
        <source>Noors</source>
        <translation>Norwegian</translation>
    </message>
    <message>
        <source>Fins</source>
        <translation>Finnish</translation>
    </message>
    <message>
        <source>Perzisch</source>
        <translation>Persian</translation>
    </message>
    <message>
        <source>Koerdisch</source>
        <translation>Kurdish</translation>
    </message>
    <message>
        <source>Somalisch</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Chinees</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>Japans</source>
        <translation>Japanese</translation>
    </message>
    <message>
        <source>Papiaments</source>
        <translation>Papiamento</translation>
    </message>
    <message>
        <source>Sranan</source>
        <translation>Sranan</translation>
    </message>
    <message>
        <source>Meer talen</source>
        <translation>More languages</translation>
    </message>
    <message>
        <source>Zonder woorden</source>
        <translation>Without words</translation>
    </message>
    <message>
        <source>Een andere taal</source>
        <translation>Another language</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Toon de volgende titels</source>
        <translation>Show the next titles</translation>
    </message>
    <message>
        <source>Mijn lijst (%1)</source>
        <translation>My list (%1)</translation>
    </message>
    <message>
        <source>Zoek in de catalogus</source>
        <extracomment>What a screen reader calls the field to search with</extracomment>
        <translation>Search in the catalogue</translation>
    </message>
    <message>
        <source>Titel, schrijver of onderwerp</source>
        <translation>Title, writer or subject</translation>
    </message>
    <message>
        <source>Gevonden titels</source>
        <extracomment>Name of the list of titles, for screen readers</extracomment>
        <translation>Titles found</translation>
    </message>
</context>
<context>
    <name>SearchState</name>
    <message>
        <source>Wat zoekt u?</source>
        <translation>What are you looking for?</translation>
    </message>
    <message>
        <source>Niets gevonden met ‘%1’</source>
        <extracomment>%1 is what somebody typed</extracomment>
        <translation>Nothing found with ‘%1’</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Nummer %1 kennen wij niet</source>
        <extracomment>A scanner read a number; %1 is that number</extracomment>
        <translation>We do not know number %1</translation>
    </message>
    <message>
        <source>De catalogus wordt klaargezet</source>
        <translation>The catalogue is being prepared</translation>
    </message>
    <message>
        <source>Zoeken lukt nu even niet</source>
        <translation>Searching does not work just now</translation>
    </message>
    <message>
        <source>Er staan nog geen titels in de catalogus</source>
        <translation>There are no titles in the catalogue yet</translation>
    </message>
    <message>
        <source>Typ een titel, een schrijver of een onderwerp.
Een tikfout is niet erg.</source>
        <translation>Type a title, a writer or a subject.
A typing mistake does not matter.</translation>
    </message>
    <message>
        <source>Typ een titel, een schrijver of een onderwerp.</source>
        <translation>Type a title, an author or a subject.</translation>
    </message>
    <message>
        <source>Typ minder woorden, of schrijf het anders.
Wij zoeken ook graag met u mee.</source>
        <translation>Type fewer words, or spell it differently.
We are also happy to search with you.</translation>
    </message>
    <message>
        <source>Er is geen titel die past bij al uw keuzes.</source>
        <translation>No title fits all your choices.</translation>
    </message>
    <message>
        <source>Geen titel heeft al deze woorden.</source>
        <translation>No title has all these words.</translation>
    </message>
    <message>
        <source>Geen titel van de bibliotheek heeft dit nummer.
Zoek op de titel of de schrijver.</source>
        <translation>No title of the library has this number.
Search for the title or the author.</translation>
    </message>
    <message>
        <source>Dat duurt een paar minuten. U hoeft niets te doen.</source>
        <translation>That takes a few minutes. You do not have to do anything.</translation>
    </message>
    <message>
        <source>Deze computer herstelt de catalogus. Probeer het over een paar minuten weer.</source>
        <translation>This computer is repairing the catalogue. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>Vraag een medewerker wat de bibliotheek heeft.</source>
        <translation>Ask a member of staff what the library has.</translation>
    </message>
    <message>
        <source>Vraag hulp</source>
        <translation>Ask for help</translation>
    </message>
</context>
<context>
    <name>SeatRow</name>
    <message>
        <source>%1 (hier)</source>
        <extracomment>The computer that one sits at; %1 is &quot;Computer 3&quot;</extracomment>
        <translation>%1 (here)</translation>
    </message>
</context>
<context>
    <name>SecondLanguage</name>
    <message>
        <source>Toon alleen in één taal</source>
        <extracomment>Button, short: show this in a second language too</extracomment>
        <translation>Show only one language</translation>
    </message>
    <message>
        <source>Toon ook in een andere taal</source>
        <translation>Show another language too</translation>
    </message>
    <message>
        <source>Andere taal</source>
        <translation>Another language</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Welke taal wilt u?</source>
        <translation>Which language would you like?</translation>
    </message>
    <message>
        <source>Instellen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Hoe wilt u het zien?</source>
        <translation>How would you like to see it?</translation>
    </message>
    <message>
        <source>De volgende bezoeker ziet hier niets van.</source>
        <translation>The next visitor sees nothing of this.</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Grootte van de letters</source>
        <translation>Size of the letters</translation>
    </message>
    <message>
        <source>Gewoon</source>
        <extracomment>Size of letters</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Groter</source>
        <extracomment>Size of letters</extracomment>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Groot</source>
        <extracomment>Size of letters</extracomment>
        <translation>Large</translation>
    </message>
    <message>
        <source>Heel groot</source>
        <extracomment>Size of letters</extracomment>
        <translation>Very large</translation>
    </message>
    <message>
        <source>Kleur en beweging</source>
        <translation>Colour and movement</translation>
    </message>
    <message>
        <source>Donker scherm met felle letters</source>
        <extracomment>Choice: high contrast</extracomment>
        <translation>Dark screen with bright letters</translation>
    </message>
    <message>
        <source>Niets laten bewegen</source>
        <extracomment>Choice: reduced motion</extracomment>
        <translation>Let nothing move</translation>
    </message>
    <message>
        <source>Klaar</source>
        <extracomment>Button that closes the panel with language and display</extracomment>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>Nieuw hier</source>
        <extracomment>Heading over the titles that came to this branch lately</extracomment>
        <translation>New here</translation>
    </message>
</context>
<context>
    <name>ShortlistRow</name>
    <message>
        <source>plank %1</source>
        <extracomment>A place in a branch; %1 is a shelf mark such as &quot;MULT&quot;</extracomment>
        <translation>shelf %1</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <extracomment>Button that takes a title off the visitor&apos;s list</extracomment>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Haal %1 van de lijst</source>
        <extracomment>The same for a screen reader; %1 is the title</extracomment>
        <translation>Remove %1 from the list</translation>
    </message>
</context>
<context>
    <name>ShortlistScreen</name>
    <message>
        <source>Mijn lijst van de bibliotheek</source>
        <translation>My list from the library</translation>
    </message>
    <message>
        <source>Mijn lijst</source>
        <translation>My list</translation>
    </message>
    <message numerus="yes">
        <source>%n titel(s) op uw lijst</source>
        <translation>
            <numerusform>%n title on your list</numerusform>
            <numerusform>%n titles on your list</numerusform>
        </translation>
    </message>
    <message>
        <source>De lijst verdwijnt als u stopt. Neem hem mee op uw telefoon.</source>
        <translation>The list disappears when you stop. Take it with you on your phone.</translation>
    </message>
    <message>
        <source>Neem mee op uw telefoon</source>
        <translation>Take it with you on your phone</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>One of more codes for a phone; %1 is a number</extracomment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Dan staat uw lijst op uw telefoon. Bewaar de tekst.</source>
        <extracomment>Taking a list of titles along on a phone, third step</extracomment>
        <translation>Then your list is on your phone. Save the text.</translation>
    </message>
    <message>
        <source>Uw lijst is leeg</source>
        <translation>Your list is empty</translation>
    </message>
    <message>
        <source>Zoek een titel en zet hem op uw lijst.</source>
        <translation>Find a title and put it on your list.</translation>
    </message>
    <message>
        <source>Zoek een titel</source>
        <translation>Find a title</translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Typ deze code in het beheer van het hoofdkantoor, bij “Computers die wachten”.</source>
        <translation>Type this code in head office&apos;s administration pages, under “Computers that wait”.</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Op deze computer is geen pincode ingesteld.</source>
        <translation>No PIN has been set on this computer.</translation>
    </message>
    <message numerus="yes">
        <source>De pincode klopt niet. Wacht %n seconde(n).</source>
        <translation>
            <numerusform>The PIN is not right. Wait %n second.</numerusform>
            <numerusform>The PIN is not right. Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ik controleer de pincode.</source>
        <translation>I am checking the PIN.</translation>
    </message>
    <message>
        <source>De pincode klopt niet. Probeer het nog eens.</source>
        <translation>The PIN is not right. Try again.</translation>
    </message>
    <message>
        <source>Typ de pincode van het personeel</source>
        <translation>Type the staff PIN</translation>
    </message>
    <message>
        <source>Pincode van het personeel</source>
        <translation>Staff PIN</translation>
    </message>
    <message>
        <source>Ga verder</source>
        <extracomment>Button that checks the PIN</extracomment>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>StaffFacts</name>
    <message>
        <source>De dienst op deze computer antwoordt niet.</source>
        <translation>The service on this computer does not answer.</translation>
    </message>
    <message>
        <source>Deze computer is nog niet aangemeld.</source>
        <translation>This computer has not been enrolled yet.</translation>
    </message>
    <message>
        <source>Deze computer wacht tot u hem aanmeldt.</source>
        <translation>This computer waits until you enrol it.</translation>
    </message>
    <message>
        <source>De schijf van deze computer is gekopieerd. Daarom mag hij nu niet meedoen.</source>
        <translation>The disk of this computer was copied. That is why it may not take part now.</translation>
    </message>
    <message>
        <source>De sleutel van deze computer is niet te lezen.</source>
        <translation>The key of this computer cannot be read.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor heeft deze computer afgemeld.</source>
        <translation>Head office has taken this computer off the list.</translation>
    </message>
    <message>
        <source>Het netwerk vraagt eerst om een aanmelding.</source>
        <translation>The network first asks you to log in.</translation>
    </message>
    <message>
        <source>De gegevens op deze computer zijn beschadigd.</source>
        <translation>The information on this computer is damaged.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor is niet te bereiken.</source>
        <translation>Head office cannot be reached.</translation>
    </message>
    <message>
        <source>Alles werkt.</source>
        <translation>Everything works.</translation>
    </message>
    <message>
        <source>Er is nog geen antwoord van het hoofdkantoor.</source>
        <translation>Head office has not answered yet.</translation>
    </message>
    <message>
        <source>Het scherm probeert het steeds opnieuw. Blijft dit zo? Zet de computer uit en weer aan.</source>
        <translation>The screen keeps trying. Does this go on? Turn the computer off and on again.</translation>
    </message>
    <message>
        <source>Vraag het hoofdkantoor om een code. Meld de computer daarmee aan.</source>
        <translation>Ask head office for a code. Enrol the computer with it.</translation>
    </message>
    <message>
        <source>Bel de beheerder. Deze computer heeft een nieuwe sleutel nodig.</source>
        <translation>Call the administrator. This computer needs a new key.</translation>
    </message>
    <message>
        <source>Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.</source>
        <translation>Turn the computer off and on again. Does this go on? Call the administrator.</translation>
    </message>
    <message>
        <source>Alles wordt bewaard. Het hoofdkantoor kan deze computer weer toelaten.</source>
        <translation>Everything is kept. Head office can let this computer back in.</translation>
    </message>
    <message>
        <source>Verlaat het scherm. Open de browser en meld de computer aan.</source>
        <translation>Leave the screen. Open the browser and log in to the network.</translation>
    </message>
    <message>
        <source>U hoeft niets te doen. Ze worden opnieuw opgehaald.</source>
        <translation>You do not have to do anything. It is being fetched again.</translation>
    </message>
    <message>
        <source>Kijk of het netwerk werkt. Alles wordt bewaard tot het weer kan.</source>
        <translation>Check that the network works. Everything is kept until it does.</translation>
    </message>
    <message>
        <source>Wacht even. Dit duurt meestal niet lang.</source>
        <translation>Please wait. This does not usually take long.</translation>
    </message>
    <message>
        <source>versleuteld door het systeem</source>
        <translation>encrypted by the system</translation>
    </message>
    <message>
        <source>in de sleutelbos van de gebruiker</source>
        <translation>in the user&apos;s keyring</translation>
    </message>
    <message>
        <source>in een bestand</source>
        <translation>in a file</translation>
    </message>
    <message>
        <source>%1, tussen %2 en %3</source>
        <extracomment>When the last visitor was wiped; %1 is &quot;woensdag 18 november&quot;, %2 is &quot;13.00&quot;, %3 is &quot;14.00 uur&quot;</extracomment>
        <translation>%1, between %2 and %3</translation>
    </message>
    <message>
        <source>Vestiging</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>nog onbekend</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>Het contact met het hoofdkantoor werkt.</source>
        <translation>The connection with head office works.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Bijgewerkt</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Nog te versturen</source>
        <translation>Still to be sent</translation>
    </message>
    <message numerus="yes">
        <source>%n bericht(en)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Sleutel</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Laatst gewist</source>
        <translation>Last wiped</translation>
    </message>
    <message>
        <source>Versie</source>
        <translation>Version</translation>
    </message>
    <message numerus="yes">
        <source>%n bestand(en) van een bezoeker zijn niet gewist</source>
        <translation>
            <numerusform>%n file of a visitor was not removed</numerusform>
            <numerusform>%n files of a visitor were not removed</numerusform>
        </translation>
    </message>
    <message>
        <source>Laat niemand beginnen. Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.</source>
        <translation>Let nobody begin. Turn the computer off and on again. Does it stay like this? Call support.</translation>
    </message>
    <message>
        <source>De computer herstelt dit zelf. Ziet u dit vaker? Bel de beheerder.</source>
        <translation>The computer mends this by itself. Do you see it more often? Call the administrator.</translation>
    </message>
    <message>
        <source>Er is niets te herstellen.</source>
        <translation>There is nothing to mend.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personeel</source>
        <extracomment>Title of the part for staff</extracomment>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verlaat het scherm</source>
        <extracomment>Button for staff: away from the kiosk, to the computer itself</extracomment>
        <translation>Leave the screen</translation>
    </message>
</context>
<context>
    <name>StartFacts</name>
    <message>
        <source>Vraag een medewerker.</source>
        <translation>Ask a member of staff.</translation>
    </message>
    <message>
        <source>Vandaag tot %1.</source>
        <translation>Today until %1.</translation>
    </message>
    <message>
        <source>%1 van %2 tot %3.</source>
        <extracomment>When the library is open; %1 is a day, %2 and %3 are &quot;10.00&quot; and &quot;20.00 uur&quot;</extracomment>
        <translation>%1 from %2 to %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n tafel(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
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
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message>
        <source>Kijk straks nog eens.</source>
        <translation>Look again later.</translation>
    </message>
    <message>
        <source>Wij zetten dit scherm klaar</source>
        <extracomment>On a computer that is new in the library, on the first screen</extracomment>
        <translation>We are getting this screen ready</translation>
    </message>
    <message>
        <source>Oefenen kan al. De rest komt straks.</source>
        <translation>You can practise already. The rest comes soon.</translation>
    </message>
    <message>
        <source>Nu open</source>
        <extracomment>Whether the library is open</extracomment>
        <translation>Open now</translation>
    </message>
    <message>
        <source>Nu gesloten</source>
        <translation>Closed now</translation>
    </message>
    <message numerus="yes">
        <source>%n plek(ken) vrij</source>
        <translation>
            <numerusform>%n place free</numerusform>
            <numerusform>%n places free</numerusform>
        </translation>
    </message>
    <message>
        <source>Geen plek vrij</source>
        <translation>No place free</translation>
    </message>
    <message>
        <source>Straks hier</source>
        <translation>Soon here</translation>
    </message>
    <message>
        <source>Vandaag niets meer te doen</source>
        <translation>Nothing more to do today</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>de computer van de bibliotheek</source>
        <translation>the computer of the library</translation>
    </message>
    <message>
        <source>Welkom. Raak het scherm aan, of druk op een toets.</source>
        <translation>Welcome. Touch the screen, or press a key.</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <extracomment>The large button on the first screen</extracomment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Gratis. Zonder pas.
U kunt niets stukmaken.</source>
        <extracomment>Two short promises beside the button: it costs nothing, nothing can break</extracomment>
        <translation>Free. No card needed.
You cannot break anything.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Stap %1 van %2</source>
        <extracomment>Progress in a lesson</extracomment>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>Open de camera van uw telefoon.</source>
        <extracomment>Reading a code with a phone, first step</extracomment>
        <translation>Open the camera of your phone.</translation>
    </message>
    <message>
        <source>Richt de camera op deze code.</source>
        <extracomment>Reading a code with a phone, second step</extracomment>
        <translation>Point the camera at this code.</translation>
    </message>
</context>
<context>
    <name>TitleButtons</name>
    <message>
        <source>Luister online</source>
        <extracomment>Buttons that show a code for a phone, to read or hear a title online</extracomment>
        <translation>Listen online</translation>
    </message>
    <message>
        <source>Lees online</source>
        <translation>Read online</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan kunt u luisteren.</source>
        <extracomment>Reading a code with a phone, third step</extracomment>
        <translation>Tap on your phone. Then you can listen.</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan kunt u lezen.</source>
        <translation>Tap on your phone. Then you can read.</translation>
    </message>
    <message>
        <source>Reserveer of verleng</source>
        <extracomment>Button that shows a code for a phone, to the library&apos;s own page of a title</extracomment>
        <translation>Reserve or renew</translation>
    </message>
    <message>
        <source>Dat doet u op de website van de bibliotheek, met uw pas.</source>
        <translation>You do that on the library’s website, with your card.</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan opent de website.</source>
        <extracomment>Reading a code with a phone, third step</extracomment>
        <translation>Tap on your phone. Then the website opens.</translation>
    </message>
    <message>
        <source>Meer van %1</source>
        <extracomment>Button that searches for everything by one author; %1 is the name</extracomment>
        <translation>More by %1</translation>
    </message>
</context>
<context>
    <name>TitleFacts</name>
    <message>
        <source>Deel %1 van %2</source>
        <extracomment>%1 is a number, %2 the name of a series of books</extracomment>
        <translation>Part %1 of %2</translation>
    </message>
    <message>
        <source>Uit de reeks %1</source>
        <translation>From the series %1</translation>
    </message>
    <message>
        <source>Vertaald, eerst verschenen in het %1</source>
        <extracomment>%1 is a language</extracomment>
        <translation>Translated, first published in %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <extracomment>What a title is about; %1 is a list of subjects</extracomment>
        <translation>About: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n bladzijde(n)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Grote letters</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>Voor jongeren</source>
        <translation>For young people</translation>
    </message>
    <message>
        <source>Voor kinderen</source>
        <translation>For children</translation>
    </message>
</context>
<context>
    <name>TitleScreen</name>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Terug naar de lijst</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Naar mijn lijst</source>
        <translation>To my list</translation>
    </message>
    <message>
        <source>Mijn lijst is vol</source>
        <translation>My list is full</translation>
    </message>
    <message>
        <source>Zet op mijn lijst</source>
        <translation>Put on my list</translation>
    </message>
    <message>
        <source>Staat op uw lijst</source>
        <extracomment>Said by a screen reader when a title was put on the visitor&apos;s list</extracomment>
        <translation>Is on your list</translation>
    </message>
    <message>
        <source>Niet gevonden? Vraag hulp</source>
        <translation>Not found? Ask for help</translation>
    </message>
    <message>
        <source>Ook zo te krijgen</source>
        <extracomment>Heading over the other editions of a title: e-book, large print, translation</extracomment>
        <translation>Also available as</translation>
    </message>
    <message>
        <source>Lijkt hierop</source>
        <extracomment>Heading over titles that are like the one of this page</extracomment>
        <translation>Similar titles</translation>
    </message>
    <message>
        <source>Waar vindt u dit?</source>
        <translation>Where do you find this?</translation>
    </message>
    <message>
        <source>Deze titel is er niet meer</source>
        <translation>This title is no longer there</translation>
    </message>
    <message>
        <source>Ga terug naar de lijst en kies een andere.</source>
        <translation>Go back to the list and choose another.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Bovenbalk</source>
        <extracomment>The bar at the top of the screen, for screen readers</extracomment>
        <translation>Top bar</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>Button to the screen with the four doors</extracomment>
        <translation>Home</translation>
    </message>
    <message>
        <source>Weergave</source>
        <extracomment>Button: size of letters, contrast, motion</extracomment>
        <translation>Display</translation>
    </message>
    <message>
        <source>Instellen</source>
        <extracomment>Button: language and display together</extracomment>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Hulp komt</source>
        <extracomment>Button that asks a volunteer to come, and what it says while help is asked or under way</extracomment>
        <translation>Help is coming</translation>
    </message>
    <message>
        <source>Hulp gevraagd</source>
        <translation>Help asked for</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Ga naar een andere verdieping: %1.</source>
        <extracomment>Finding a thing in the library; %1 is the name of a floor, such as &quot;eerste verdieping&quot;</extracomment>
        <translation>Go to another floor: %1.</translation>
    </message>
    <message>
        <source>Blijf op deze verdieping: %1.</source>
        <translation>Stay on this floor: %1.</translation>
    </message>
    <message>
        <source>Loop naar de kast bij: %1.</source>
        <extracomment>Finding a thing in the library; %1 is the name of something near: a room, &quot;Balie&quot;</extracomment>
        <translation>Walk to the bookcase near: %1.</translation>
    </message>
    <message>
        <source>Loop naar de kast met de gele rand.</source>
        <translation>Walk to the bookcase with the yellow edge.</translation>
    </message>
    <message>
        <source>Daar staat: %1.</source>
        <extracomment>What is written on a bookcase; %1 and %2 are the first and the last mark on it (&quot;400&quot;, &quot;699&quot;)</extracomment>
        <translation>It says: %1.</translation>
    </message>
    <message>
        <source>Daar staat: %1 tot %2.</source>
        <translation>It says: %1 to %2.</translation>
    </message>
    <message>
        <source>Zoek op de rug: %1.</source>
        <extracomment>Finding a thing on its shelf; %1 is the shelf mark on its back, such as &quot;MULT&quot; or &quot;512.3&quot;</extracomment>
        <translation>Look on the spine for: %1.</translation>
    </message>
    <message>
        <source>Zo loopt u</source>
        <extracomment>Heading over the plan that leads to a shelf</extracomment>
        <translation>This is the way</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Zoek zonder ‘%1’</source>
        <extracomment>A way to find more; %1 is a choice that is dropped, such as &quot;E-boek&quot;</extracomment>
        <translation>Search without ‘%1’</translation>
    </message>
    <message>
        <source>Zoek in alle vestigingen</source>
        <translation>Search in all branches</translation>
    </message>
    <message>
        <source>Zoek alleen ‘%1’</source>
        <extracomment>A way to find more; %1 are fewer words than were typed</extracomment>
        <translation>Search only for ‘%1’</translation>
    </message>
    <message>
        <source>Zo vindt u wel iets</source>
        <extracomment>Name of the list of ways to find something after all, for screen readers</extracomment>
        <translation>This does find something</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n titel(s))</source>
        <extracomment>A way to find more, and how many titles it brings; %1 is &quot;Zoek zonder ‘E-boek’&quot;</extracomment>
        <translation>
            <numerusform>%1 (%n title)</numerusform>
            <numerusform>%1 (%n titles)</numerusform>
        </translation>
    </message>
</context>
</TS>
