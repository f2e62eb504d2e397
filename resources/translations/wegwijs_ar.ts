<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="nl_NL">
<context>
    <name>Aids</name>
    <message>
        <source>Geef een hint</source>
        <translation>أعطني تلميحاً</translation>
    </message>
    <message>
        <source>Nog een hint</source>
        <translation>تلميح آخر</translation>
    </message>
    <message>
        <source>Laatste hint</source>
        <translation>آخر تلميح</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>Geel boek %1 van %2</source>
        <extracomment>A yellow book on the shelf in the click practice; %1 of %2</extracomment>
        <translation>الكتاب الأصفر %1 من %2</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Onderbalk</source>
        <extracomment>The bar at the bottom of the screen, for screen readers</extracomment>
        <translation>الشريط السفلي</translation>
    </message>
</context>
<context>
    <name>CalledOff</name>
    <message>
        <source>Dit gaat niet door.</source>
        <translation>أُلغي هذا النشاط.</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>Een code voor de camera van uw telefoon</source>
        <extracomment>What a screen reader says for the code</extracomment>
        <translation>رمز لكاميرا هاتفك</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Vestigingen</source>
        <extracomment>Name of the list of branches that have a title, for screen readers</extracomment>
        <translation>الفروع</translation>
    </message>
    <message>
        <source>Online, via de website van de bibliotheek. Thuis of op uw telefoon.</source>
        <translation>على الإنترنت، عبر موقع المكتبة. في البيت أو على هاتفك.</translation>
    </message>
    <message>
        <source>Deze titel staat nu nergens op de plank. Vraag ernaar bij Hulp.</source>
        <translation>هذا العنوان ليس على أي رف الآن. اسأل عنه عبر «مساعدة».</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Hier, in %1</source>
        <extracomment>A branch in a list; %1 is the branch where the reader is now</extracomment>
        <translation>هنا، في %1</translation>
    </message>
    <message numerus="yes">
        <source>%n binnen</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>غير متاح</numerusform>
            <numerusform>نسخة واحدة متاحة</numerusform>
            <numerusform>نسختان متاحتان</numerusform>
            <numerusform>%n نسخ متاحة</numerusform>
            <numerusform>%n نسخة متاحة</numerusform>
            <numerusform>%n نسخة متاحة</numerusform>
        </translation>
    </message>
    <message>
        <source>alleen hier te gebruiken</source>
        <translation>للاستعمال هنا فقط</translation>
    </message>
    <message>
        <source>uitgeleend</source>
        <translation>مُعار</translation>
    </message>
    <message>
        <source>in bestelling</source>
        <translation>قيد الطلب</translation>
    </message>
    <message>
        <source>niet in deze vestiging</source>
        <extracomment>This branch, in which the reader stands, has no copy</extracomment>
        <translation>ليس في هذا الفرع</translation>
    </message>
    <message>
        <source>nu niet te leen</source>
        <translation>غير متاح للإعارة الآن</translation>
    </message>
    <message>
        <source>terug op %1</source>
        <extracomment>When a copy comes back; %1 is a day</extracomment>
        <translation>يعود في %1</translation>
    </message>
    <message>
        <source>plank %1</source>
        <extracomment>A place in a branch; %1 is a shelf mark such as &quot;MULT&quot;</extracomment>
        <translation>الرف %1</translation>
    </message>
</context>
<context>
    <name>DeskList</name>
    <message>
        <source>Nu vrij</source>
        <extracomment>Heading over desks that one can have at once</extracomment>
        <translation>متاحة الآن</translation>
    </message>
    <message>
        <source>Straks vrij</source>
        <extracomment>Heading over desks that are taken now</extracomment>
        <translation>متاحة لاحقاً</translation>
    </message>
    <message>
        <source>Niet te gebruiken</source>
        <extracomment>Heading over desks that nobody can have</extracomment>
        <translation>لا يمكن استعمالها</translation>
    </message>
    <message>
        <source>Plekken</source>
        <extracomment>Name of the list of desks, for screen readers</extracomment>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Hier zijn geen plekken van deze soort.</source>
        <translation>لا توجد هنا أماكن من هذا النوع.</translation>
    </message>
    <message numerus="yes">
        <source>Toon nog %n plek(ken)</source>
        <translation>
            <numerusform>أظهر الأماكن الأخرى</numerusform>
            <numerusform>أظهر مكاناً آخر</numerusform>
            <numerusform>أظهر مكانين آخرين</numerusform>
            <numerusform>أظهر %n أماكن أخرى</numerusform>
            <numerusform>أظهر %n مكاناً آخر</numerusform>
            <numerusform>أظهر %n مكان آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskLost</name>
    <message>
        <source>%1 is al van iemand anders</source>
        <extracomment>Heading: somebody else has the desk; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>شخص آخر أخذ %1</translation>
    </message>
    <message>
        <source>Iemand anders was net eerder. Dat spijt ons.</source>
        <translation>سبقك شخص آخر قبل لحظات. نعتذر عن ذلك.</translation>
    </message>
    <message>
        <source>Straks</source>
        <extracomment>Button: go on with what one was doing, without a desk for now</extracomment>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Zoek een andere plek</source>
        <extracomment>Button to the desks, for who has lost the one they had</extracomment>
        <translation>ابحث عن مكان آخر</translation>
    </message>
</context>
<context>
    <name>DeskMine</name>
    <message>
        <source>Ik vraag %1 aan</source>
        <extracomment>Heading while a desk is being asked for; %1 is &quot;tafel 4&quot;</extracomment>
        <translation>أطلب لك %1</translation>
    </message>
    <message>
        <source>%1 is van u</source>
        <extracomment>Heading: the desk is the visitor&apos;s; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>‏%1 لك</translation>
    </message>
    <message>
        <source>%1 is voorlopig van u</source>
        <extracomment>Heading: the desk is the visitor&apos;s, but it could not be checked; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>‏%1 لك مؤقتاً</translation>
    </message>
    <message>
        <source>%1 is al van iemand anders</source>
        <extracomment>Heading: somebody else has the desk; %1 is &quot;Tafel 4&quot;</extracomment>
        <translation>شخص آخر أخذ %1</translation>
    </message>
    <message>
        <source>Een ogenblik.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>U kunt blijven tot %1.</source>
        <extracomment>How long the visitor has the desk; %1 is &quot;18.00 uur&quot;</extracomment>
        <translation>يمكنك البقاء حتى %1.</translation>
    </message>
    <message>
        <source>Iemand anders was net eerder. Dat spijt ons.</source>
        <translation>سبقك شخص آخر قبل لحظات. نعتذر عن ذلك.</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding. Ik vraag het later na. Ga gerust zitten.</source>
        <translation>لا يوجد اتصال الآن. سأتأكد لاحقاً. تفضّل بالجلوس.</translation>
    </message>
    <message>
        <source>%1 is nu vrij. Die kunt u meteen nemen.</source>
        <translation>‏%1: المكان متاح الآن. يمكنك أخذه فوراً.</translation>
    </message>
    <message>
        <source>Er is nu geen andere plek vrij. Vraag een medewerker om hulp.</source>
        <translation>لا مكان آخر متاح الآن. اطلب المساعدة من أحد الموظفين.</translation>
    </message>
    <message>
        <source>Hier vindt u de plek: %1.</source>
        <extracomment>Where the desk stands; %1 is &quot;Leeszaal&quot;</extracomment>
        <translation>تجد المكان هنا: %1.</translation>
    </message>
    <message>
        <source>Bovenaan ziet u hoelang u nog hebt.</source>
        <translation>ترى في الأعلى كم بقي لك من الوقت.</translation>
    </message>
    <message>
        <source>Gaat u eerder weg? Geef de plek dan terug.</source>
        <translation>هل ستغادر قبل ذلك؟ اترك المكان لغيرك.</translation>
    </message>
    <message>
        <source>Geef %1 terug</source>
        <extracomment>Button: give the desk back; %1 is &quot;tafel 4&quot;</extracomment>
        <translation>اترك %1 لغيرك</translation>
    </message>
    <message>
        <source>Wij vinden een andere plek.</source>
        <extracomment>What the stork says beside a desk that was taken, or lost to somebody else</extracomment>
        <translation>سنجد مكاناً آخر.</translation>
    </message>
    <message>
        <source>Ga gerust zitten.</source>
        <translation>تفضّل بالجلوس.</translation>
    </message>
    <message>
        <source>Fijn dat u er bent!</source>
        <translation>سعداء بوجودك!</translation>
    </message>
</context>
<context>
    <name>DeskPlan</name>
    <message>
        <source>uw keuze</source>
        <extracomment>Under the seat that the visitor has chosen on the plan</extracomment>
        <translation>اختيارك</translation>
    </message>
    <message>
        <source>vrij</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>een tijdje vrij</source>
        <extracomment>The sign of a seat that is free, but not till closing time</extracomment>
        <translation>متاح لبعض الوقت</translation>
    </message>
    <message>
        <source>bezet</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>stuk</source>
        <translation>معطّل</translation>
    </message>
</context>
<context>
    <name>DeskRefusal</name>
    <message>
        <source>%1 is bezet tot %2.</source>
        <extracomment>Why not; %1 is &quot;Tafel 4&quot;, %2 is &quot;18.00 uur&quot;</extracomment>
        <translation>‏%1: المكان مشغول حتى %2.</translation>
    </message>
    <message>
        <source>%1 is al aangevraagd, tot %2.</source>
        <extracomment>Why not; %1 is &quot;Tafel 4&quot;, %2 is &quot;18.00 uur&quot;</extracomment>
        <translation>‏%1: المكان مطلوب من قبل، حتى %2.</translation>
    </message>
    <message>
        <source>%1 is stuk.</source>
        <extracomment>Why not; %1 is &quot;Computer 4&quot;</extracomment>
        <translation>‏%1: المكان معطّل.</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht. Wij gaan open om %1.</source>
        <translation>المكتبة مغلقة الآن. نفتح %1.</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht.</source>
        <translation>المكتبة مغلقة الآن.</translation>
    </message>
    <message>
        <source>Wij sluiten om %1. U kunt nu geen plek meer nemen.</source>
        <translation>نغلق %1. لم يعد ممكناً أخذ مكان الآن.</translation>
    </message>
    <message>
        <source>U hebt al een plek. Geef die eerst terug.</source>
        <translation>لديك مكان بالفعل. اتركه لغيرك أولاً.</translation>
    </message>
    <message>
        <source>Dat lukte niet. Vraag een medewerker om hulp.</source>
        <translation>لم ينجح ذلك. اطلب المساعدة من أحد الموظفين.</translation>
    </message>
    <message>
        <source>%1 is nu vrij.</source>
        <translation>‏%1: المكان متاح الآن.</translation>
    </message>
    <message>
        <source>Kies %1</source>
        <extracomment>Button; %1 is &quot;tafel 2&quot;</extracomment>
        <translation>اختر %1</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>Tafel %1</source>
        <extracomment>The name of a table, at the start of a sentence; %1 is its number</extracomment>
        <translation>الطاولة %1</translation>
    </message>
    <message>
        <source>Computer %1</source>
        <translation>الكمبيوتر %1</translation>
    </message>
    <message>
        <source>Kamer %1</source>
        <extracomment>The name of a room, at the start of a sentence; %1 is its name</extracomment>
        <translation>غرفة %1</translation>
    </message>
    <message>
        <source>tafel %1</source>
        <extracomment>The name of a table, inside a sentence; %1 is its number</extracomment>
        <translation>الطاولة %1</translation>
    </message>
    <message>
        <source>computer %1</source>
        <translation>الكمبيوتر %1</translation>
    </message>
    <message>
        <source>kamer %1</source>
        <extracomment>The name of a room, inside a sentence; %1 is its name</extracomment>
        <translation>غرفة %1</translation>
    </message>
    <message>
        <source>vrij</source>
        <extracomment>A free seat on the plan</extracomment>
        <translation>متاح</translation>
    </message>
    <message>
        <source>tot %1</source>
        <extracomment>A seat on the plan: free until; %1 is &quot;15.20&quot;</extracomment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>bezet</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>stuk</source>
        <extracomment>A seat that cannot be used</extracomment>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>van u</source>
        <extracomment>The visitor&apos;s own seat on the plan</extracomment>
        <translation>لك</translation>
    </message>
    <message>
        <source>voorlopig</source>
        <extracomment>The visitor&apos;s own seat on the plan, not yet sure</extracomment>
        <translation>مؤقتاً</translation>
    </message>
    <message>
        <source>dicht</source>
        <extracomment>A seat on the plan while the library is closed</extracomment>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>vrij tot %1</source>
        <extracomment>%1 is &quot;18.00 uur&quot;</extracomment>
        <translation>متاح حتى %1</translation>
    </message>
    <message>
        <source>bezet tot %1</source>
        <translation>مشغول حتى %1</translation>
    </message>
    <message>
        <source>van u tot %1</source>
        <translation>لك حتى %1</translation>
    </message>
</context>
<context>
    <name>DesksHead</name>
    <message numerus="yes">
        <source>%n plek(ken) vrij.</source>
        <extracomment>How many desks are free</extracomment>
        <translation>
            <numerusform>لا مكان متاح.</numerusform>
            <numerusform>مكان واحد متاح.</numerusform>
            <numerusform>مكانان متاحان.</numerusform>
            <numerusform>%n أماكن متاحة.</numerusform>
            <numerusform>%n مكاناً متاحاً.</numerusform>
            <numerusform>%n مكان متاح.</numerusform>
        </translation>
    </message>
    <message>
        <source>Er is nu geen plek vrij.</source>
        <translation>لا مكان متاح الآن.</translation>
    </message>
    <message>
        <source>Open tot %1.</source>
        <extracomment>Until when the library is open; %1 is &quot;18.00 uur&quot;</extracomment>
        <translation>المكتبة مفتوحة حتى %1.</translation>
    </message>
    <message>
        <source>Kies een plek</source>
        <translation>اختر مكاناً</translation>
    </message>
    <message>
        <source>Alles</source>
        <extracomment>Filter: every kind of desk</extracomment>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Tafels</source>
        <translation>الطاولات</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>أجهزة الكمبيوتر</translation>
    </message>
    <message>
        <source>Kamers</source>
        <translation>الغرف</translation>
    </message>
</context>
<context>
    <name>DesksScreen</name>
    <message>
        <source>Neem %1</source>
        <extracomment>Button that takes the chosen desk; %1 is &quot;tafel 4&quot;. And what it says while none is chosen.</extracomment>
        <translation>خذ %1</translation>
    </message>
    <message>
        <source>Naar Home</source>
        <extracomment>Button to the screen with the four doors</extracomment>
        <translation>إلى الرئيسية</translation>
    </message>
    <message>
        <source>Kies eerst een plek</source>
        <translation>اختر مكاناً أولاً</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <extracomment>Why the chosen desk cannot be had; %1 is &quot;Tafel 1&quot;, %2 is &quot;bezet tot 14.30 uur&quot; or &quot;stuk&quot;</extracomment>
        <translation>‏%1: %2.</translation>
    </message>
    <message>
        <source>U hebt geen pas nodig.</source>
        <translation>لا تحتاج إلى بطاقة مكتبة.</translation>
    </message>
    <message>
        <source>Werkplek</source>
        <translation>مكان للعمل</translation>
    </message>
    <message>
        <source>Kies zelf een plek</source>
        <translation>اختر مكاناً بنفسك</translation>
    </message>
    <message>
        <source>De bibliotheek is nu dicht</source>
        <translation>المكتبة مغلقة الآن</translation>
    </message>
    <message>
        <source>Wij gaan open: %1 om %2.</source>
        <extracomment>When the library opens; %1 is a day, %2 is &quot;10.00 uur&quot;</extracomment>
        <translation>نفتح %1 %2.</translation>
    </message>
    <message>
        <source>Ik ken de plekken hier nog niet</source>
        <translation>لا أعرف الأماكن هنا بعد</translation>
    </message>
    <message>
        <source>Kijk straks nog eens, of vraag een medewerker.</source>
        <translation>انظر مرة أخرى بعد قليل، أو اسأل أحد الموظفين.</translation>
    </message>
</context>
<context>
    <name>EndScreen</name>
    <message>
        <source>Uw sporen zijn gewist</source>
        <translation>مُسحت كل آثارك</translation>
    </message>
    <message>
        <source>Ik kan niet zien of alles weg is</source>
        <translation>لا أعرف إن كان كل شيء قد مُسح</translation>
    </message>
    <message>
        <source>Ik wis uw sporen</source>
        <translation>أمسح آثارك الآن</translation>
    </message>
    <message>
        <source>Vraag een medewerker om te kijken.</source>
        <translation>اطلب من أحد الموظفين أن ينظر.</translation>
    </message>
    <message>
        <source>De volgende bezoeker ziet niets van u.</source>
        <translation>الزائر التالي لن يرى أي شيء عنك.</translation>
    </message>
    <message>
        <source>Tot ziens!</source>
        <extracomment>Said to a visitor who is leaving</extracomment>
        <translation>إلى اللقاء!</translation>
    </message>
    <message numerus="yes">
        <source>Dit scherm gaat over %n seconde(n) terug naar het begin.</source>
        <translation>
            <numerusform>تعود هذه الشاشة الآن إلى البداية.</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية بعد ثانية واحدة.</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية بعد ثانيتين.</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية بعد %n ثوانٍ.</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية بعد %n ثانية.</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Naar het begin</source>
        <translation>إلى البداية</translation>
    </message>
</context>
<context>
    <name>EventAbout</name>
    <message>
        <source>Wij spreken %1.</source>
        <extracomment>In which languages an activity is held; %1 is &quot;Nederlands en Engels&quot;</extracomment>
        <translation>نتحدث %1.</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Dit gaat niet door</source>
        <extracomment>An activity that was called off</extracomment>
        <translation>أُلغي هذا النشاط</translation>
    </message>
    <message>
        <source>Nu bezig</source>
        <extracomment>An activity that is going on now</extracomment>
        <translation>يجري الآن</translation>
    </message>
</context>
<context>
    <name>EventScreen</name>
    <message>
        <source>Meedoen</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>U hoeft zich niet aan te melden.</source>
        <translation>لا داعي للتسجيل.</translation>
    </message>
    <message>
        <source>Deze activiteit is er niet meer</source>
        <translation>هذا النشاط لم يعد موجوداً</translation>
    </message>
    <message>
        <source>Ga terug en kijk wat er nog meer te doen is.</source>
        <translation>ارجع وانظر ما الأنشطة الأخرى.</translation>
    </message>
</context>
<context>
    <name>EventTakeAlong</name>
    <message>
        <source>Neem mee op uw telefoon</source>
        <translation>خذه معك على هاتفك</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan staat het in uw agenda.</source>
        <extracomment>Taking an activity along on a phone, third step</extracomment>
        <translation>انقر على هاتفك. عندها يظهر في تقويمك.</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Taal</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digitaal</source>
        <extracomment>Theme of an activity: computers and phones</extracomment>
        <translation>المهارات الرقمية</translation>
    </message>
    <message>
        <source>Kinderen</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>الأطفال</translation>
    </message>
    <message>
        <source>Brieven en formulieren</source>
        <extracomment>Theme of an activity: letters and forms</extracomment>
        <translation>الرسائل والاستمارات</translation>
    </message>
    <message>
        <source>Cultuur</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>الثقافة</translation>
    </message>
    <message>
        <source>Ontmoeten</source>
        <extracomment>Theme of an activity</extracomment>
        <translation>اللقاءات</translation>
    </message>
    <message>
        <source>%1 tot %2</source>
        <extracomment>From when to when; %1 is &quot;15.00&quot;, %2 is &quot;16.30 uur&quot;</extracomment>
        <translation>من الساعة %1 حتى %2</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>Meedoen</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Alles is gratis. Kom gewoon langs.</source>
        <extracomment>Under the programme</extracomment>
        <translation>كل شيء مجاني. تفضّل بالحضور.</translation>
    </message>
    <message>
        <source>Wat is er te doen?</source>
        <translation>ما الأنشطة القادمة؟</translation>
    </message>
    <message>
        <source>In deze bibliotheek</source>
        <extracomment>Filter: activities in this branch</extracomment>
        <translation>في هذه المكتبة</translation>
    </message>
    <message>
        <source>Overal</source>
        <extracomment>Filter: activities in every branch</extracomment>
        <translation>كل المكتبات</translation>
    </message>
    <message>
        <source>Deze week is hier niets te doen</source>
        <translation>لا أنشطة هنا هذا الأسبوع</translation>
    </message>
    <message>
        <source>Misschien wel in een andere bibliotheek.</source>
        <translation>ربما في مكتبة أخرى.</translation>
    </message>
    <message>
        <source>Kijk volgende week nog eens.</source>
        <translation>انظر مرة أخرى الأسبوع القادم.</translation>
    </message>
    <message>
        <source>Kijk overal</source>
        <translation>انظر في كل المكتبات</translation>
    </message>
</context>
<context>
    <name>FacetChips</name>
    <message>
        <source>U koos</source>
        <extracomment>Name of the row of choices that narrow the search, for screen readers</extracomment>
        <translation>اخترتَ</translation>
    </message>
    <message>
        <source>Zonder: %1</source>
        <extracomment>For a screen reader: a press drops this choice; %1 is what was chosen</extracomment>
        <translation>بدون: %1</translation>
    </message>
    <message>
        <source>Wis alle keuzes</source>
        <extracomment>Button that drops all that was chosen</extracomment>
        <translation>امسح كل الاختيارات</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Kies wat u zoekt</source>
        <extracomment>Name of the column of choices beside the titles, for screen readers</extracomment>
        <translation>اختر ما تبحث عنه</translation>
    </message>
    <message>
        <source>Meer: %1</source>
        <extracomment>Button that shows the rest of a list of choices; %1 is its heading, such as &quot;Taal&quot;</extracomment>
        <translation>المزيد: %1</translation>
    </message>
</context>
<context>
    <name>FacetSheet</name>
    <message>
        <source>Kies wat u zoekt</source>
        <translation>اختر ما تبحث عنه</translation>
    </message>
    <message numerus="yes">
        <source>Toon %n titel(s)</source>
        <extracomment>Button that closes the choices and shows so many titles</extracomment>
        <translation>
            <numerusform>لا عناوين</numerusform>
            <numerusform>اعرض العنوان</numerusform>
            <numerusform>اعرض العنوانين</numerusform>
            <numerusform>اعرض %n عناوين</numerusform>
            <numerusform>اعرض %n عنواناً</numerusform>
            <numerusform>اعرض %n عنوان</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetWords</name>
    <message>
        <source>Soort</source>
        <extracomment>Heading over kinds of titles, to choose from</extracomment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Taal</source>
        <extracomment>Heading over languages, to choose from</extracomment>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <extracomment>Heading over children, adults …, to choose from</extracomment>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Zo leest u</source>
        <extracomment>Heading over large print, audio …, to choose from</extracomment>
        <translation>طريقة القراءة</translation>
    </message>
    <message>
        <source>Vestiging</source>
        <extracomment>Heading over branches of the library, to choose from</extracomment>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>Alleen wat hier is</source>
        <extracomment>A choice: only titles that are in this branch now</extracomment>
        <translation>الموجود هنا فقط</translation>
    </message>
    <message>
        <source>Nieuw deze maand</source>
        <extracomment>A choice: only titles that came to the library in the last month</extracomment>
        <translation>جديد هذا الشهر</translation>
    </message>
    <message>
        <source>Kinderen</source>
        <translation>الأطفال</translation>
    </message>
    <message>
        <source>Jongeren</source>
        <translation>الشباب</translation>
    </message>
    <message>
        <source>Volwassenen</source>
        <translation>البالغون</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Grote letters</source>
        <translation>حروف كبيرة</translation>
    </message>
    <message>
        <source>Om te luisteren</source>
        <translation>للاستماع</translation>
    </message>
    <message>
        <source>Makkelijk lezen</source>
        <translation>سهل القراءة</translation>
    </message>
    <message>
        <source>E-boek</source>
        <translation>كتاب إلكتروني</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Wissen</source>
        <extracomment>Button that empties a line one typed on</extracomment>
        <translation>امسح</translation>
    </message>
</context>
<context>
    <name>Floor</name>
    <message>
        <source>U bent hier</source>
        <extracomment>On the plan, beside a dot: this screen stands here</extracomment>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Een vrijwilliger</source>
        <translation>أحد المتطوعين</translation>
    </message>
    <message>
        <source>%1 komt eraan</source>
        <extracomment>Heading; %1 is the name that a volunteer chose</extracomment>
        <translation>‏%1 في الطريق إليك</translation>
    </message>
    <message>
        <source>U bent geholpen</source>
        <translation>تمت مساعدتك</translation>
    </message>
    <message>
        <source>Loop naar de balie</source>
        <translation>اذهب إلى الاستقبال</translation>
    </message>
    <message>
        <source>Ik roep hulp</source>
        <translation>أطلب لك المساعدة</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding. Misschien hoort niemand uw vraag.</source>
        <translation>لا يوجد اتصال الآن. ربما لا يصل طلبك إلى أحد.</translation>
    </message>
    <message>
        <source>Fijn dat u het vroeg. Vraag gerust nog eens.</source>
        <translation>حسناً فعلت بطلبك. لا تتردّد في الطلب مرة أخرى.</translation>
    </message>
    <message>
        <source>Wij zoeken %1 op dit scherm.</source>
        <extracomment>%1 is &quot;de blauwe tulp&quot;</extracomment>
        <translation>نبحث عن %1 على هذه الشاشة.</translation>
    </message>
    <message>
        <source>Uw vraag is aangekomen</source>
        <translation>وصل طلبك</translation>
    </message>
    <message>
        <source>Hebt u nog hulp nodig?</source>
        <translation>هل ما زلت تحتاج إلى مساعدة؟</translation>
    </message>
    <message>
        <source>Uw vraag staat niet meer open.</source>
        <translation>طلبك لم يعد مفتوحاً.</translation>
    </message>
    <message>
        <source>blauwe tulp</source>
        <extracomment>A picture, after &quot;U bent de&quot;; where the article is part of the word (Arabic), with it</extracomment>
        <translation>زهرة التوليب الزرقاء</translation>
    </message>
    <message>
        <source>rode tulp</source>
        <translation>زهرة التوليب الحمراء</translation>
    </message>
    <message>
        <source>gele tulp</source>
        <translation>زهرة التوليب الصفراء</translation>
    </message>
    <message>
        <source>paarse tulp</source>
        <translation>زهرة التوليب البنفسجية</translation>
    </message>
    <message>
        <source>blauwe boot</source>
        <translation>القارب الأزرق</translation>
    </message>
    <message>
        <source>rode boot</source>
        <translation>القارب الأحمر</translation>
    </message>
    <message>
        <source>gele boot</source>
        <translation>القارب الأصفر</translation>
    </message>
    <message>
        <source>paarse boot</source>
        <translation>القارب البنفسجي</translation>
    </message>
    <message>
        <source>blauwe vis</source>
        <translation>السمكة الزرقاء</translation>
    </message>
    <message>
        <source>rode vis</source>
        <translation>السمكة الحمراء</translation>
    </message>
    <message>
        <source>gele vis</source>
        <translation>السمكة الصفراء</translation>
    </message>
    <message>
        <source>paarse vis</source>
        <translation>السمكة البنفسجية</translation>
    </message>
    <message>
        <source>de %1</source>
        <extracomment>With the article; %1 is &quot;blauwe tulp&quot;</extracomment>
        <translation>‏%1</translation>
    </message>
    <message>
        <source>U vroeg hulp</source>
        <translation>طلبت المساعدة</translation>
    </message>
    <message>
        <source>%1 weet het</source>
        <extracomment>%1 is the name that a volunteer chose</extracomment>
        <translation>‏%1 على علم بذلك</translation>
    </message>
    <message>
        <source>Iemand heeft tijd</source>
        <translation>شخص لديه وقت لك</translation>
    </message>
    <message>
        <source>zo meteen</source>
        <translation>بعد لحظات</translation>
    </message>
    <message>
        <source>%1 is bij u</source>
        <extracomment>%1 is the name that a volunteer chose</extracomment>
        <translation>‏%1 معك</translation>
    </message>
    <message>
        <source>Er is iemand bij u</source>
        <translation>شخص معك</translation>
    </message>
    <message>
        <source>nu</source>
        <extracomment>When somebody comes: very soon. And after it: now.</extracomment>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Ik blijf het proberen.</source>
        <translation>سأستمر في المحاولة.</translation>
    </message>
    <message>
        <source>U wacht nog geen minuut.</source>
        <translation>تنتظر منذ أقل من دقيقة.</translation>
    </message>
    <message numerus="yes">
        <source>U wacht nu %n minuut/minuten.</source>
        <translation>
            <numerusform>تنتظر منذ أقل من دقيقة.</numerusform>
            <numerusform>تنتظر منذ دقيقة واحدة.</numerusform>
            <numerusform>تنتظر منذ دقيقتين.</numerusform>
            <numerusform>تنتظر منذ %n دقائق.</numerusform>
            <numerusform>تنتظر منذ %n دقيقة.</numerusform>
            <numerusform>تنتظر منذ %n دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Terug naar mijn les</source>
        <translation>رجوع إلى درسي</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Ik heb geen hulp meer nodig</source>
        <extracomment>Button: take the question for help back</extracomment>
        <translation>لم أعد أحتاج إلى مساعدة</translation>
    </message>
    <message>
        <source>Vraag nog eens hulp</source>
        <translation>اطلب المساعدة مرة أخرى</translation>
    </message>
    <message>
        <source>U bent de</source>
        <extracomment>Over the name of a picture: &quot;U bent de / blauwe tulp&quot;</extracomment>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Blijf rustig zitten. U mag gewoon verdergaan.</source>
        <translation>ابقَ جالساً بهدوء. يمكنك أن تواصل ما تفعله.</translation>
    </message>
    <message>
        <source>Is er weer verbinding? Dan roep ik alsnog hulp.</source>
        <translation>عندما يعود الاتصال سأطلب المساعدة.</translation>
    </message>
    <message>
        <source>Niemand kijkt van ver mee op uw scherm.</source>
        <translation>لا أحد يشاهد شاشتك من بعيد.</translation>
    </message>
    <message>
        <source>Goed gedaan!</source>
        <extracomment>What the stork says while one waits for help, and after it</extracomment>
        <translation>أحسنت!</translation>
    </message>
    <message>
        <source>De balie helpt u graag.</source>
        <translation>يسعد موظفي الاستقبال أن يساعدوك.</translation>
    </message>
    <message>
        <source>Ik wacht
met u mee.</source>
        <translation>سأنتظر معك.</translation>
    </message>
</context>
<context>
    <name>HintBox</name>
    <message>
        <source>&lt;b&gt;Hint %1 van %2.&lt;/b&gt; %3</source>
        <extracomment>Before a hint; %1 of %2, %3 is the hint itself</extracomment>
        <translation>&lt;b&gt;التلميح %1 من %2.&lt;/b&gt; %3</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ik ben klaar</source>
        <extracomment>Button that ends the visit</extracomment>
        <translation>انتهيت</translation>
    </message>
    <message>
        <source>Wat wilt u doen?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Kies een kaart. U kunt niets stukmaken.</source>
        <translation>اختر بطاقة. لن يتعطّل شيء.</translation>
    </message>
    <message>
        <source>Leren</source>
        <extracomment>A door on Home: lessons to practise with</extracomment>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Oefen met de computer, stap voor stap.</source>
        <translation>تدرّب على الكمبيوتر خطوة بخطوة.</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <extracomment>A door on Home: the catalogue</extracomment>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Zoek een boek, film of tijdschrift.</source>
        <translation>ابحث عن كتاب أو فيلم أو مجلة.</translation>
    </message>
    <message>
        <source>Werkplek</source>
        <extracomment>A door on Home: tables, computers and rooms</extracomment>
        <translation>مكان للعمل</translation>
    </message>
    <message>
        <source>Neem een tafel, computer of kamer.</source>
        <translation>خذ طاولة أو كمبيوتر أو غرفة.</translation>
    </message>
    <message>
        <source>Meedoen</source>
        <extracomment>A door on Home: activities to join</extracomment>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Kijk wat er te doen is. Iedereen mag komen.</source>
        <translation>أنشطة في المكتبة. الجميع مرحّب بهم.</translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>Bibliotheek</source>
        <translation>المكتبة</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Bent u er nog?</source>
        <extracomment>Asked after some time without a touch</extracomment>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>Over %n seconde(n) wis ik alles wat u hier deed.</source>
        <translation>
            <numerusform>سأمسح الآن كل ما فعلته هنا.</numerusform>
            <numerusform>بعد ثانية واحدة سأمسح كل ما فعلته هنا.</numerusform>
            <numerusform>بعد ثانيتين سأمسح كل ما فعلته هنا.</numerusform>
            <numerusform>بعد %n ثوانٍ سأمسح كل ما فعلته هنا.</numerusform>
            <numerusform>بعد %n ثانية سأمسح كل ما فعلته هنا.</numerusform>
            <numerusform>بعد %n ثانية سأمسح كل ما فعلته هنا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ja, ik ga verder</source>
        <translation>نعم، سأتابع</translation>
    </message>
</context>
<context>
    <name>Instruction</name>
    <message>
        <source>Stap %1 van %2</source>
        <extracomment>Where one is in a lesson</extracomment>
        <translation>الخطوة %1 من %2</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>spatie</source>
        <extracomment>The space bar</extracomment>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>pijl naar links</source>
        <extracomment>An arrow key</extracomment>
        <translation>سهم إلى اليسار</translation>
    </message>
    <message>
        <source>pijl naar rechts</source>
        <translation>سهم إلى اليمين</translation>
    </message>
    <message>
        <source>pijl omhoog</source>
        <translation>سهم إلى الأعلى</translation>
    </message>
    <message>
        <source>pijl omlaag</source>
        <translation>سهم إلى الأسفل</translation>
    </message>
</context>
<context>
    <name>KeysKind</name>
    <message>
        <source>%1. Druk op: %2</source>
        <extracomment>For screen readers: what stands in the practice field, and the key to press</extracomment>
        <translation>%1. اضغط: %2</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>%1, makkelijk lezen</source>
        <extracomment>A kind of title with easy text; %1 is &quot;Boek&quot;</extracomment>
        <translation>‏%1، سهل القراءة</translation>
    </message>
    <message>
        <source>Boek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>كتاب</translation>
    </message>
    <message>
        <source>Luisterboek</source>
        <extracomment>A kind of title in the catalogue: on disc</extracomment>
        <translation>كتاب مسموع</translation>
    </message>
    <message>
        <source>E-boek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>كتاب إلكتروني</translation>
    </message>
    <message>
        <source>Online luisterboek</source>
        <extracomment>A kind of title in the catalogue: an audiobook without a disc</extracomment>
        <translation>كتاب مسموع على الإنترنت</translation>
    </message>
    <message>
        <source>Film op dvd</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>فيلم على DVD</translation>
    </message>
    <message>
        <source>Muziek</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>موسيقى</translation>
    </message>
    <message>
        <source>Tijdschrift</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>مجلة</translation>
    </message>
    <message>
        <source>Bladmuziek</source>
        <extracomment>A kind of title in the catalogue: printed music</extracomment>
        <translation>نوتة موسيقية</translation>
    </message>
    <message>
        <source>Kaart</source>
        <extracomment>A kind of title in the catalogue: of a country or city</extracomment>
        <translation>خريطة</translation>
    </message>
    <message>
        <source>Spel</source>
        <extracomment>A kind of title in the catalogue</extracomment>
        <translation>لعبة</translation>
    </message>
    <message>
        <source>Voorwerp</source>
        <extracomment>A kind of title in the catalogue: a thing one can borrow</extracomment>
        <translation>غرض</translation>
    </message>
    <message>
        <source>Anders</source>
        <extracomment>A kind of title in the catalogue: something else</extracomment>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>ook als %1</source>
        <extracomment>After the kind of a title: its other kinds; %1 is &quot;e-boek en luisterboek&quot;</extracomment>
        <translation>متوفر أيضاً: %1</translation>
    </message>
    <message>
        <source>Waar staat dit boek?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين هذا الكتاب؟</translation>
    </message>
    <message>
        <source>Waar staat dit luisterboek?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين هذا الكتاب المسموع؟</translation>
    </message>
    <message>
        <source>Waar staat deze film?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين هذا الفيلم؟</translation>
    </message>
    <message>
        <source>Waar ligt dit tijdschrift?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين هذه المجلة؟</translation>
    </message>
    <message>
        <source>Waar staat dit spel?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين هذه اللعبة؟</translation>
    </message>
    <message>
        <source>Waar vindt u dit?</source>
        <extracomment>Heading over the branches that have a title</extracomment>
        <translation>أين تجد هذا؟</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stap(pen)</source>
        <extracomment>How many steps a lesson has</extracomment>
        <translation>
            <numerusform>لا خطوات</numerusform>
            <numerusform>خطوة واحدة</numerusform>
            <numerusform>خطوتان</numerusform>
            <numerusform>%n خطوات</numerusform>
            <numerusform>%n خطوة</numerusform>
            <numerusform>%n خطوة</numerusform>
        </translation>
    </message>
    <message>
        <source>Klaar</source>
        <extracomment>How far a visitor is with a lesson</extracomment>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>%1 van %2 gedaan</source>
        <translation>أُنجز %1 من %2</translation>
    </message>
</context>
<context>
    <name>LessonEnd</name>
    <message>
        <source>Dit neemt u mee</source>
        <extracomment>Heading of the card with lines to remember</extracomment>
        <translation>هذا ما تأخذه معك</translation>
    </message>
    <message>
        <source>De les is klaar</source>
        <translation>انتهى الدرس</translation>
    </message>
    <message>
        <source>U bent aan het eind</source>
        <translation>وصلت إلى النهاية</translation>
    </message>
    <message>
        <source>U keek rond in ‘%1’. Schrijf de zinnen gerust over.</source>
        <extracomment>%1 is the name of the lesson, most of which was skipped</extracomment>
        <translation>ألقيت نظرة على ‘%1’. يمكنك نسخ الجمل.</translation>
    </message>
    <message>
        <source>U deed ‘%1’. Schrijf de zinnen gerust over.</source>
        <extracomment>%1 is the name of the lesson</extracomment>
        <translation>أنهيت درس «%1». يمكنك أن تكتب هذه الجمل عندك.</translation>
    </message>
    <message numerus="yes">
        <source>U sloeg %n stap(pen) over. Dat mag. Later kan het ook.</source>
        <translation>
            <numerusform>لم تتخطَّ أي خطوة.</numerusform>
            <numerusform>تخطّيت خطوة واحدة. لا بأس. يمكنك ذلك لاحقاً أيضاً.</numerusform>
            <numerusform>تخطّيت خطوتين. لا بأس. يمكنك ذلك لاحقاً أيضاً.</numerusform>
            <numerusform>تخطّيت %n خطوات. لا بأس. يمكنك ذلك لاحقاً أيضاً.</numerusform>
            <numerusform>تخطّيت %n خطوة. لا بأس. يمكنك ذلك لاحقاً أيضاً.</numerusform>
            <numerusform>تخطّيت %n خطوة. لا بأس. يمكنك ذلك لاحقاً أيضاً.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wat hebt u dat goed gedaan!</source>
        <translation>لقد أحسنت حقاً!</translation>
    </message>
    <message>
        <source>Fijn dat u kwam kijken.
Oefenen kan altijd nog.</source>
        <extracomment>What the stork says at the end of a lesson: most was skipped, some was skipped, all was done</extracomment>
        <translation>جميل أنك ألقيت نظرة.
يمكنك التدرّب في أي وقت.</translation>
    </message>
    <message>
        <source>Goed gedaan!
De rest kan later.</source>
        <translation>أحسنت!
الباقي يمكن لاحقًا.</translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message>
        <source>Lukt het niet? Neem gerust een hint.</source>
        <translation>هل تجد صعوبة؟ خذ تلميحاً إن شئت.</translation>
    </message>
    <message numerus="yes">
        <source>Goed zo! Nog %n te gaan.</source>
        <translation>
            <numerusform>أحسنت! لم يبقَ شيء.</numerusform>
            <numerusform>أحسنت! بقي واحد.</numerusform>
            <numerusform>أحسنت! بقي اثنان.</numerusform>
            <numerusform>أحسنت! بقي %n.</numerusform>
            <numerusform>أحسنت! بقي %n.</numerusform>
            <numerusform>أحسنت! بقي %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lees het rustig. Druk dan op Verder.</source>
        <translation>اقرأ بهدوء. ثم اضغط «متابعة».</translation>
    </message>
    <message>
        <source>Kies eerst. Dan kunt u verder.</source>
        <translation>اختر أولاً. ثم يمكنك المتابعة.</translation>
    </message>
    <message>
        <source>Druk eerst op de gele toets. Dan kunt u verder.</source>
        <translation>اضغط المفتاح الأصفر أولاً. ثم يمكنك المتابعة.</translation>
    </message>
    <message>
        <source>Neem rustig de tijd. Daarna kunt u verder.</source>
        <translation>خذ وقتك بهدوء. بعد ذلك يمكنك المتابعة.</translation>
    </message>
    <message>
        <source>Volgende les</source>
        <translation>الدرس التالي</translation>
    </message>
    <message>
        <source>Kies een les</source>
        <translation>اختر درساً</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <source>Sla deze stap over</source>
        <translation>تخطَّ هذه الخطوة</translation>
    </message>
    <message>
        <source>Deze les is er niet</source>
        <translation>هذا الدرس غير موجود</translation>
    </message>
    <message>
        <source>Ga terug en kies een andere les.</source>
        <translation>ارجع واختر درساً آخر.</translation>
    </message>
</context>
<context>
    <name>LessonsScreen</name>
    <message>
        <source>Leren</source>
        <extracomment>The screen with lessons</extracomment>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Wat wilt u leren?</source>
        <translation>ماذا تريد أن تتعلّم؟</translation>
    </message>
    <message>
        <source>Kies een les. U kunt niets stukmaken.</source>
        <translation>اختر درساً. لن يتعطّل شيء.</translation>
    </message>
    <message>
        <source>Er zijn nu geen lessen</source>
        <translation>لا توجد دروس الآن</translation>
    </message>
    <message>
        <source>Vraag het aan een medewerker.</source>
        <translation>اسأل أحد الموظفين.</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Cijfers</source>
        <extracomment>The digits on the screen, for screen readers</extracomment>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Wis het laatste cijfer</source>
        <extracomment>Button that takes the last digit away, for screen readers</extracomment>
        <translation>امسح الرقم الأخير</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Goed</source>
        <extracomment>Beside an option that was chosen</extracomment>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Kies iets anders</source>
        <translation>اختر شيئاً آخر</translation>
    </message>
</context>
<context>
    <name>PhoneSheet</name>
    <message>
        <source>Klaar</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Hier, op plank %1</source>
        <extracomment>Where a title stands in this branch; %1 is a shelf mark such as &quot;MULT&quot; or &quot;512.3&quot;</extracomment>
        <translation>هنا، على الرف %1</translation>
    </message>
    <message>
        <source>Hier</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Online te beluisteren</source>
        <translation>للاستماع على الإنترنت</translation>
    </message>
    <message>
        <source>Online te lezen</source>
        <translation>للقراءة على الإنترنت</translation>
    </message>
    <message>
        <source>Alleen hier te gebruiken, plank %1</source>
        <extracomment>A title that may be read here but not borrowed; %1 is a shelf mark</extracomment>
        <translation>للاستعمال هنا فقط، الرف %1</translation>
    </message>
    <message>
        <source>Alleen hier te gebruiken</source>
        <translation>للاستعمال هنا فقط</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <extracomment>A title that is in another branch; %1 is the branch, %2 how many are in</extracomment>
        <translation>في ⁨%1⁩: %2</translation>
    </message>
    <message>
        <source>Uitgeleend</source>
        <translation>مُعار</translation>
    </message>
    <message>
        <source>In bestelling</source>
        <translation>قيد الطلب</translation>
    </message>
    <message>
        <source>Nu niet te leen</source>
        <translation>غير متاح للإعارة الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n binnen.</source>
        <extracomment>How many copies are on the shelf</extracomment>
        <translation>
            <numerusform>غير متاح.</numerusform>
            <numerusform>نسخة واحدة متاحة.</numerusform>
            <numerusform>نسختان متاحتان.</numerusform>
            <numerusform>%n نسخ متاحة.</numerusform>
            <numerusform>%n نسخة متاحة.</numerusform>
            <numerusform>%n نسخة متاحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thuis of op uw telefoon.</source>
        <translation>في البيت أو على هاتفك.</translation>
    </message>
    <message>
        <source>U kunt dit niet lenen.</source>
        <translation>لا يمكنك استعارة هذا.</translation>
    </message>
    <message numerus="yes">
        <source>En in %n andere vestiging(en).</source>
        <extracomment>Besides the branch just named</extracomment>
        <translation>
            <numerusform>وليس في فروع أخرى.</numerusform>
            <numerusform>وفي فرع آخر.</numerusform>
            <numerusform>وفي فرعين آخرين.</numerusform>
            <numerusform>وفي %n فروع أخرى.</numerusform>
            <numerusform>وفي %n فرعاً آخر.</numerusform>
            <numerusform>وفي %n فرع آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Niet in deze vestiging.</source>
        <translation>ليس في هذا الفرع.</translation>
    </message>
    <message>
        <source>Terug op %1, in %2.</source>
        <extracomment>When a copy comes back, and to which branch; %1 is a day, %2 a branch</extracomment>
        <translation>يعود في %1 إلى %2.</translation>
    </message>
    <message>
        <source>Het komt nog.</source>
        <translation>سيصل لاحقاً.</translation>
    </message>
    <message>
        <source>Vraag ernaar bij Hulp.</source>
        <translation>اسأل عنه عبر «مساعدة».</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Oefenen. Hier kan niets misgaan.</source>
        <translation>تمرين. لا شيء يمكن أن يتعطّل هنا.</translation>
    </message>
    <message>
        <source>%1 van %2 gedaan</source>
        <extracomment>How much of a step is done: %1 of %2 things</extracomment>
        <translation>أُنجز %1 من %2</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>kan nog niet</source>
        <extracomment>Said after the name of a button that does nothing yet</extracomment>
        <translation>غير متاح بعد</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Wat u zocht</source>
        <translation>ما بحثت عنه</translation>
    </message>
    <message>
        <source>Wat u typte</source>
        <translation>ما كتبته</translation>
    </message>
    <message>
        <source>Wat u oefende</source>
        <translation>ما تدرّبت عليه</translation>
    </message>
    <message>
        <source>Taal en weergave</source>
        <translation>اللغة والعرض</translation>
    </message>
    <message>
        <source>weer gewoon</source>
        <extracomment>On the receipt: language and size of letters are as they were</extracomment>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>blijft van u</source>
        <extracomment>On the receipt, after the name of a desk: it stays the visitor&apos;s</extracomment>
        <translation>يبقى لك</translation>
    </message>
    <message>
        <source>gewist</source>
        <extracomment>On the receipt: gone</extracomment>
        <translation>مُسح</translation>
    </message>
    <message>
        <source>wordt gewist</source>
        <translation>يُمسح الآن</translation>
    </message>
    <message>
        <source>Uw naam hebben wij nooit gevraagd.</source>
        <translation>لم نسألك عن اسمك أبداً.</translation>
    </message>
</context>
<context>
    <name>RefusedFacts</name>
    <message>
        <source>Een plek nemen</source>
        <translation>حجز مكان</translation>
    </message>
    <message>
        <source>Een plek verlaten</source>
        <translation>مغادرة مكان</translation>
    </message>
    <message>
        <source>Een vraag om hulp</source>
        <translation>طلب مساعدة</translation>
    </message>
    <message>
        <source>Een vraag om hulp die is ingetrokken</source>
        <translation>طلب مساعدة تم سحبه</translation>
    </message>
    <message>
        <source>Een ander bericht</source>
        <translation>رسالة أخرى</translation>
    </message>
    <message>
        <source>De plek is niet in deze vestiging.</source>
        <translation>المكان ليس في هذا الفرع.</translation>
    </message>
    <message>
        <source>De tijd in het bericht kan niet kloppen.</source>
        <translation>الوقت المذكور في الرسالة لا يمكن أن يكون صحيحًا.</translation>
    </message>
    <message>
        <source>Er staat iets in dat te lang of te groot is.</source>
        <translation>فيها شيء أطول أو أكبر من اللازم.</translation>
    </message>
    <message>
        <source>Het bericht is te lang.</source>
        <translation>الرسالة أطول من اللازم.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor kan het bericht niet lezen.</source>
        <translation>لا يستطيع المقر الرئيسي قراءة الرسالة.</translation>
    </message>
    <message>
        <source>Een ander bericht heeft hetzelfde nummer.</source>
        <translation>هناك رسالة أخرى بالرقم نفسه.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor kent dit soort bericht nog niet.</source>
        <translation>لا يعرف المقر الرئيسي هذا النوع من الرسائل بعد.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor gaf een andere reden.</source>
        <translation>ذكر المقر الرئيسي سببًا آخر.</translation>
    </message>
    <message numerus="yes">
        <source>%n bericht(en) zijn geweigerd</source>
        <translation>
            <numerusform>لم تُرفض أي رسالة</numerusform>
            <numerusform>رُفضت رسالة واحدة</numerusform>
            <numerusform>رُفضت رسالتان</numerusform>
            <numerusform>رُفضت %n رسائل</numerusform>
            <numerusform>رُفضت %n رسالة</numerusform>
            <numerusform>رُفضت %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Bel de beheerder. Ze blijven op deze computer staan.</source>
        <translation>اتصل بالمسؤول عن الأجهزة. تبقى الرسائل على هذا الكمبيوتر.</translation>
    </message>
    <message numerus="yes">
        <source>en nog %n bericht(en)</source>
        <extracomment>Below a list of refused messages of which only the newest are shown</extracomment>
        <translation>
            <numerusform>ولا رسائل أخرى</numerusform>
            <numerusform>ورسالة أخرى</numerusform>
            <numerusform>ورسالتان أخريان</numerusform>
            <numerusform>و%n رسائل أخرى</numerusform>
            <numerusform>و%n رسالة أخرى</numerusform>
            <numerusform>و%n رسالة أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message numerus="yes">
        <source>%n titel(s) met %1</source>
        <extracomment>How many titles were found; %1 is what was searched, in bold</extracomment>
        <translation>
            <numerusform>لا عناوين فيها %1</numerusform>
            <numerusform>عنوان واحد فيه %1</numerusform>
            <numerusform>عنوانان فيهما %1</numerusform>
            <numerusform>%n عناوين فيها %1</numerusform>
            <numerusform>%n عنواناً فيها %1</numerusform>
            <numerusform>%n عنوان فيها %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n titel(s)</source>
        <translation>
            <numerusform>لا عناوين</numerusform>
            <numerusform>عنوان واحد</numerusform>
            <numerusform>عنوانان</numerusform>
            <numerusform>%n عناوين</numerusform>
            <numerusform>%n عنواناً</numerusform>
            <numerusform>%n عنوان</numerusform>
        </translation>
    </message>
    <message>
        <source>U typte ‘%1’.</source>
        <extracomment>After a typing error was corrected; %1 is what was typed</extracomment>
        <translation>كتبت «%1».</translation>
    </message>
    <message>
        <source>Kies</source>
        <extracomment>Button that shows the choices that narrow a search</extracomment>
        <translation>اختر</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Cirkel %1 van %2</source>
        <extracomment>A round target in the click practice; %1 of %2</extracomment>
        <translation>الدائرة %1 من %2</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>, </source>
        <extracomment>Between facts that stand beside each other, with its space. Arabic: &quot;، &quot;</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>HH.mm</source>
        <extracomment>How a time of day is written; HH hours, mm minutes. English: &quot;HH:mm&quot;</extracomment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 uur</source>
        <extracomment>A time of day in a sentence; %1 is &quot;14.07&quot;. English: &quot;%1&quot;</extracomment>
        <translation>الساعة %1</translation>
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
        <translation>اليوم</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>غداً</translation>
    </message>
    <message numerus="yes">
        <source>%n minuut/minuten</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uur</source>
        <extracomment>A length of time</extracomment>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <extracomment>A length of time; %1 is &quot;2 uur&quot;, %2 is &quot;10 minuten&quot;</extracomment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>nog %1</source>
        <extracomment>The time that is left; %1 is &quot;38 minuten&quot;</extracomment>
        <translation>بقي %1</translation>
    </message>
    <message>
        <source>gegevens van %1</source>
        <extracomment>How old what is shown is; %1 is &quot;10.42 uur&quot;, or &quot;17 november&quot; when that was not today</extracomment>
        <translation>معلومات %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <extracomment>Between the things of a list that ends in &quot;en&quot;, with its spaces. Arabic: &quot; و&quot;</extracomment>
        <translation> و</translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <comment>list</comment>
        <extracomment>The end of a list; %1 is &quot;tafels, computers&quot;, %2 is &quot;kamers&quot;</extracomment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>الهولندية</translation>
    </message>
    <message>
        <source>Engels</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Duits</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>Frans</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Spaans</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Italiaans</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>Portugees</source>
        <translation>البرتغالية</translation>
    </message>
    <message>
        <source>Arabisch</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Turks</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>البولندية</translation>
    </message>
    <message>
        <source>Oekraïens</source>
        <translation>الأوكرانية</translation>
    </message>
    <message>
        <source>Russisch</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Roemeens</source>
        <translation>الرومانية</translation>
    </message>
    <message>
        <source>Bulgaars</source>
        <translation>البلغارية</translation>
    </message>
    <message>
        <source>Hongaars</source>
        <translation>المجرية</translation>
    </message>
    <message>
        <source>Grieks</source>
        <translation>اليونانية</translation>
    </message>
    <message>
        <source>Latijn</source>
        <translation>اللاتينية</translation>
    </message>
    <message>
        <source>Fries</source>
        <translation>الفريزية</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>الأفريكانية</translation>
    </message>
    <message>
        <source>Deens</source>
        <translation>الدنماركية</translation>
    </message>
    <message>
        <source>Zweeds</source>
        <translation>السويدية</translation>
    </message>
    <message>
        <source>Noors</source>
        <translation>النرويجية</translation>
    </message>
    <message>
        <source>Fins</source>
        <translation>الفنلندية</translation>
    </message>
    <message>
        <source>Perzisch</source>
        <translation>الفارسية</translation>
    </message>
    <message>
        <source>Koerdisch</source>
        <translation>الكردية</translation>
    </message>
    <message>
        <source>Somalisch</source>
        <translation>الصومالية</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>التغرينية</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>الهندية</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>Chinees</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>Japans</source>
        <translation>اليابانية</translation>
    </message>
    <message>
        <source>Papiaments</source>
        <translation>البابيامنتو</translation>
    </message>
    <message>
        <source>Sranan</source>
        <translation>السرنان</translation>
    </message>
    <message>
        <source>Meer talen</source>
        <translation>عدة لغات</translation>
    </message>
    <message>
        <source>Zonder woorden</source>
        <translation>بلا كلمات</translation>
    </message>
    <message>
        <source>Een andere taal</source>
        <translation>لغة أخرى</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Terug</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Zoeken</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Toon de volgende titels</source>
        <translation>أظهر العناوين التالية</translation>
    </message>
    <message>
        <source>Mijn lijst (%1)</source>
        <translation>قائمتي (%1)</translation>
    </message>
    <message>
        <source>Zoek in de catalogus</source>
        <extracomment>What a screen reader calls the field to search with</extracomment>
        <translation>ابحث في الفهرس</translation>
    </message>
    <message>
        <source>Titel, schrijver of onderwerp</source>
        <translation>عنوان أو كاتب أو موضوع</translation>
    </message>
    <message>
        <source>Gevonden titels</source>
        <extracomment>Name of the list of titles, for screen readers</extracomment>
        <translation>العناوين التي وُجدت</translation>
    </message>
</context>
<context>
    <name>SearchState</name>
    <message>
        <source>Wat zoekt u?</source>
        <translation>عمَّ تبحث؟</translation>
    </message>
    <message>
        <source>Niets gevonden met ‘%1’</source>
        <extracomment>%1 is what somebody typed</extracomment>
        <translation>لم نجد شيئاً فيه «%1»</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>لم نجد شيئاً</translation>
    </message>
    <message>
        <source>Nummer %1 kennen wij niet</source>
        <extracomment>A scanner read a number; %1 is that number</extracomment>
        <translation>لا نعرف الرقم %1</translation>
    </message>
    <message>
        <source>De catalogus wordt klaargezet</source>
        <translation>يجري تجهيز الفهرس</translation>
    </message>
    <message>
        <source>Zoeken lukt nu even niet</source>
        <translation>البحث لا يعمل الآن</translation>
    </message>
    <message>
        <source>Er staan nog geen titels in de catalogus</source>
        <translation>لا عناوين في الفهرس بعد</translation>
    </message>
    <message>
        <source>Typ een titel, een schrijver of een onderwerp.
Een tikfout is niet erg.</source>
        <translation>اكتب عنواناً أو اسم كاتب أو موضوعاً.
لا بأس إن أخطأت في حرف.</translation>
    </message>
    <message>
        <source>Typ een titel, een schrijver of een onderwerp.</source>
        <translation>اكتب عنواناً أو اسم كاتب أو موضوعاً.</translation>
    </message>
    <message>
        <source>Typ minder woorden, of schrijf het anders.
Wij zoeken ook graag met u mee.</source>
        <translation>اكتب كلمات أقل، أو اكتبها بطريقة أخرى.
ويسعدنا أن نبحث معك.</translation>
    </message>
    <message>
        <source>Er is geen titel die past bij al uw keuzes.</source>
        <translation>لا يوجد عنوان يناسب كل اختياراتك.</translation>
    </message>
    <message>
        <source>Geen titel heeft al deze woorden.</source>
        <translation>لا يوجد عنوان فيه كل هذه الكلمات.</translation>
    </message>
    <message>
        <source>Geen titel van de bibliotheek heeft dit nummer.
Zoek op de titel of de schrijver.</source>
        <translation>لا يوجد في المكتبة عنوان بهذا الرقم.
ابحث بالعنوان أو باسم الكاتب.</translation>
    </message>
    <message>
        <source>Dat duurt een paar minuten. U hoeft niets te doen.</source>
        <translation>يستغرق ذلك بضع دقائق. لا داعي لأن تفعل شيئاً.</translation>
    </message>
    <message>
        <source>Deze computer herstelt de catalogus. Probeer het over een paar minuten weer.</source>
        <translation>هذا الكمبيوتر يصلح الفهرس. حاول مرة أخرى بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>Vraag een medewerker wat de bibliotheek heeft.</source>
        <translation>اسأل أحد الموظفين عمّا لدى المكتبة.</translation>
    </message>
    <message>
        <source>Vraag hulp</source>
        <translation>اطلب المساعدة</translation>
    </message>
</context>
<context>
    <name>SeatRow</name>
    <message>
        <source>%1 (hier)</source>
        <extracomment>The computer that one sits at; %1 is &quot;Computer 3&quot;</extracomment>
        <translation>‏%1 (هنا)</translation>
    </message>
</context>
<context>
    <name>SecondLanguage</name>
    <message>
        <source>Toon alleen in één taal</source>
        <extracomment>Button, short: show this in a second language too</extracomment>
        <translation>أظهر لغة واحدة فقط</translation>
    </message>
    <message>
        <source>Toon ook in een andere taal</source>
        <translation>أظهر لغة أخرى أيضاً</translation>
    </message>
    <message>
        <source>Andere taal</source>
        <translation>لغة أخرى</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Welke taal wilt u?</source>
        <translation>أي لغة تريد؟</translation>
    </message>
    <message>
        <source>Instellen</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Hoe wilt u het zien?</source>
        <translation>كيف تريد أن ترى الشاشة؟</translation>
    </message>
    <message>
        <source>De volgende bezoeker ziet hier niets van.</source>
        <translation>الزائر التالي لن يرى شيئاً من هذا.</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Grootte van de letters</source>
        <translation>حجم الحروف</translation>
    </message>
    <message>
        <source>Gewoon</source>
        <extracomment>Size of letters</extracomment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Groter</source>
        <extracomment>Size of letters</extracomment>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Groot</source>
        <extracomment>Size of letters</extracomment>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Heel groot</source>
        <extracomment>Size of letters</extracomment>
        <translation>كبير جداً</translation>
    </message>
    <message>
        <source>Kleur en beweging</source>
        <translation>اللون والحركة</translation>
    </message>
    <message>
        <source>Donker scherm met felle letters</source>
        <extracomment>Choice: high contrast</extracomment>
        <translation>شاشة داكنة بحروف ساطعة</translation>
    </message>
    <message>
        <source>Niets laten bewegen</source>
        <extracomment>Choice: reduced motion</extracomment>
        <translation>إيقاف كل حركة</translation>
    </message>
    <message>
        <source>Klaar</source>
        <extracomment>Button that closes the panel with language and display</extracomment>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>Nieuw hier</source>
        <extracomment>Heading over the titles that came to this branch lately</extracomment>
        <translation>جديد هنا</translation>
    </message>
</context>
<context>
    <name>ShortlistRow</name>
    <message>
        <source>plank %1</source>
        <extracomment>A place in a branch; %1 is a shelf mark such as &quot;MULT&quot;</extracomment>
        <translation>الرف %1</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <extracomment>Button that takes a title off the visitor&apos;s list</extracomment>
        <translation>أزِل</translation>
    </message>
    <message>
        <source>Haal %1 van de lijst</source>
        <extracomment>The same for a screen reader; %1 is the title</extracomment>
        <translation>أزِل %1 من القائمة</translation>
    </message>
</context>
<context>
    <name>ShortlistScreen</name>
    <message>
        <source>Mijn lijst van de bibliotheek</source>
        <translation>قائمتي من المكتبة</translation>
    </message>
    <message>
        <source>Mijn lijst</source>
        <translation>قائمتي</translation>
    </message>
    <message numerus="yes">
        <source>%n titel(s) op uw lijst</source>
        <translation>
            <numerusform>قائمتك فارغة</numerusform>
            <numerusform>عنوان واحد في قائمتك</numerusform>
            <numerusform>عنوانان في قائمتك</numerusform>
            <numerusform>%n عناوين في قائمتك</numerusform>
            <numerusform>%n عنواناً في قائمتك</numerusform>
            <numerusform>%n عنوان في قائمتك</numerusform>
        </translation>
    </message>
    <message>
        <source>De lijst verdwijnt als u stopt. Neem hem mee op uw telefoon.</source>
        <translation>تختفي القائمة عندما تنتهي. خذها معك على هاتفك.</translation>
    </message>
    <message>
        <source>Neem mee op uw telefoon</source>
        <translation>خذها معك على هاتفك</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>One of more codes for a phone; %1 is a number</extracomment>
        <translation>الرمز %1</translation>
    </message>
    <message>
        <source>Dan staat uw lijst op uw telefoon. Bewaar de tekst.</source>
        <extracomment>Taking a list of titles along on a phone, third step</extracomment>
        <translation>عندها تظهر قائمتك على هاتفك. احفظ النص.</translation>
    </message>
    <message>
        <source>Uw lijst is leeg</source>
        <translation>قائمتك فارغة</translation>
    </message>
    <message>
        <source>Zoek een titel en zet hem op uw lijst.</source>
        <translation>ابحث عن عنوان وضعه في قائمتك.</translation>
    </message>
    <message>
        <source>Zoek een titel</source>
        <translation>ابحث عن عنوان</translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Typ deze code in het beheer van het hoofdkantoor, bij “Computers die wachten”.</source>
        <translation>اكتب هذا الرمز في صفحات الإدارة لدى المقر الرئيسي، تحت «Computers die wachten».</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Op deze computer is geen pincode ingesteld.</source>
        <translation>لم يُضبط رقم سري على هذا الكمبيوتر.</translation>
    </message>
    <message numerus="yes">
        <source>De pincode klopt niet. Wacht %n seconde(n).</source>
        <translation>
            <numerusform>الرقم السري غير صحيح.</numerusform>
            <numerusform>الرقم السري غير صحيح. انتظر ثانية واحدة.</numerusform>
            <numerusform>الرقم السري غير صحيح. انتظر ثانيتين.</numerusform>
            <numerusform>الرقم السري غير صحيح. انتظر %n ثوانٍ.</numerusform>
            <numerusform>الرقم السري غير صحيح. انتظر %n ثانية.</numerusform>
            <numerusform>الرقم السري غير صحيح. انتظر %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ik controleer de pincode.</source>
        <translation>أتحقق من الرقم السري.</translation>
    </message>
    <message>
        <source>De pincode klopt niet. Probeer het nog eens.</source>
        <translation>الرقم السري غير صحيح. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Typ de pincode van het personeel</source>
        <translation>اكتب الرقم السري للموظفين</translation>
    </message>
    <message>
        <source>Pincode van het personeel</source>
        <translation>الرقم السري للموظفين</translation>
    </message>
    <message>
        <source>Ga verder</source>
        <extracomment>Button that checks the PIN</extracomment>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>StaffFacts</name>
    <message>
        <source>De dienst op deze computer antwoordt niet.</source>
        <translation>الخدمة على هذا الكمبيوتر لا تجيب.</translation>
    </message>
    <message>
        <source>Deze computer is nog niet aangemeld.</source>
        <translation>هذا الكمبيوتر غير مسجّل بعد.</translation>
    </message>
    <message>
        <source>Deze computer wacht tot u hem aanmeldt.</source>
        <translation>هذا الكمبيوتر ينتظر حتى تسجّله.</translation>
    </message>
    <message>
        <source>De schijf van deze computer is gekopieerd. Daarom mag hij nu niet meedoen.</source>
        <translation>نُسخ قرص هذا الكمبيوتر. لذلك لا يُسمح له بالمشاركة الآن.</translation>
    </message>
    <message>
        <source>De sleutel van deze computer is niet te lezen.</source>
        <translation>لا يمكن قراءة مفتاح هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor heeft deze computer afgemeld.</source>
        <translation>ألغى المقر الرئيسي تسجيل هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Het netwerk vraagt eerst om een aanmelding.</source>
        <translation>تطلب الشبكة تسجيل الدخول أولاً.</translation>
    </message>
    <message>
        <source>De gegevens op deze computer zijn beschadigd.</source>
        <translation>المعلومات على هذا الكمبيوتر تالفة.</translation>
    </message>
    <message>
        <source>Het hoofdkantoor is niet te bereiken.</source>
        <translation>لا يمكن الوصول إلى المقر الرئيسي.</translation>
    </message>
    <message>
        <source>Alles werkt.</source>
        <translation>كل شيء يعمل.</translation>
    </message>
    <message>
        <source>Er is nog geen antwoord van het hoofdkantoor.</source>
        <translation>لم يصل رد من المقر الرئيسي بعد.</translation>
    </message>
    <message>
        <source>Het scherm probeert het steeds opnieuw. Blijft dit zo? Zet de computer uit en weer aan.</source>
        <translation>الشاشة تعيد المحاولة باستمرار. هل يستمر ذلك؟ أطفئ الكمبيوتر ثم شغّله من جديد.</translation>
    </message>
    <message>
        <source>Vraag het hoofdkantoor om een code. Meld de computer daarmee aan.</source>
        <translation>اطلب رمزاً من المقر الرئيسي. سجّل الكمبيوتر به.</translation>
    </message>
    <message>
        <source>Bel de beheerder. Deze computer heeft een nieuwe sleutel nodig.</source>
        <translation>اتصل بالمسؤول عن الأجهزة. يحتاج هذا الكمبيوتر إلى مفتاح جديد.</translation>
    </message>
    <message>
        <source>Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.</source>
        <translation>أطفئ الكمبيوتر ثم شغّله من جديد. هل يستمر هذا؟ اتصل بالمسؤول عن الأجهزة.</translation>
    </message>
    <message>
        <source>Alles wordt bewaard. Het hoofdkantoor kan deze computer weer toelaten.</source>
        <translation>كل شيء محفوظ. يمكن للمقر الرئيسي أن يسمح لهذا الكمبيوتر من جديد.</translation>
    </message>
    <message>
        <source>Verlaat het scherm. Open de browser en meld de computer aan.</source>
        <translation>غادر الشاشة. افتح المتصفح وسجّل الدخول إلى الشبكة.</translation>
    </message>
    <message>
        <source>U hoeft niets te doen. Ze worden opnieuw opgehaald.</source>
        <translation>لا حاجة إلى فعل شيء. يجري جلبها من جديد.</translation>
    </message>
    <message>
        <source>Kijk of het netwerk werkt. Alles wordt bewaard tot het weer kan.</source>
        <translation>تحقق من أن الشبكة تعمل. يُحفظ كل شيء حتى يعود الاتصال.</translation>
    </message>
    <message>
        <source>Wacht even. Dit duurt meestal niet lang.</source>
        <translation>انتظر قليلاً. لا يطول ذلك عادة.</translation>
    </message>
    <message>
        <source>versleuteld door het systeem</source>
        <translation>مشفّر بواسطة النظام</translation>
    </message>
    <message>
        <source>in de sleutelbos van de gebruiker</source>
        <translation>في حافظة مفاتيح المستخدم</translation>
    </message>
    <message>
        <source>in een bestand</source>
        <translation>في ملف</translation>
    </message>
    <message>
        <source>%1, tussen %2 en %3</source>
        <extracomment>When the last visitor was wiped; %1 is &quot;woensdag 18 november&quot;, %2 is &quot;13.00&quot;, %3 is &quot;14.00 uur&quot;</extracomment>
        <translation>%1، بين %2 و%3</translation>
    </message>
    <message>
        <source>Vestiging</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>nog onbekend</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Het contact met het hoofdkantoor werkt.</source>
        <translation>الاتصال بالمقر الرئيسي يعمل.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>الكمبيوتر</translation>
    </message>
    <message>
        <source>Bijgewerkt</source>
        <translation>آخر تحديث</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Nog te versturen</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message numerus="yes">
        <source>%n bericht(en)</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%n رسائل</numerusform>
            <numerusform>%n رسالة</numerusform>
            <numerusform>%n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation>المرفوض</translation>
    </message>
    <message>
        <source>Sleutel</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Laatst gewist</source>
        <translation>آخر مسح</translation>
    </message>
    <message>
        <source>Versie</source>
        <translation>الإصدار</translation>
    </message>
    <message numerus="yes">
        <source>%n bestand(en) van een bezoeker zijn niet gewist</source>
        <translation>
            <numerusform>لم يبق أي ملف لزائر</numerusform>
            <numerusform>لم يُمسح ملف واحد لزائر</numerusform>
            <numerusform>لم يُمسح ملفان لزائر</numerusform>
            <numerusform>لم تُمسح %n ملفات لزائر</numerusform>
            <numerusform>لم يُمسح %n ملفًا لزائر</numerusform>
            <numerusform>لم يُمسح %n ملف لزائر</numerusform>
        </translation>
    </message>
    <message>
        <source>Laat niemand beginnen. Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.</source>
        <translation>لا تدع أحدًا يبدأ. أطفئ الكمبيوتر ثم شغّله من جديد. هل استمر الأمر؟ اتصل بالمسؤول عن الأجهزة.</translation>
    </message>
    <message>
        <source>De computer herstelt dit zelf. Ziet u dit vaker? Bel de beheerder.</source>
        <translation>الكمبيوتر يصلح هذا بنفسه. هل ترى ذلك كثيراً؟ اتصل بالمسؤول عن الأجهزة.</translation>
    </message>
    <message>
        <source>Er is niets te herstellen.</source>
        <translation>لا شيء يحتاج إلى إصلاح.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personeel</source>
        <extracomment>Title of the part for staff</extracomment>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Verlaat het scherm</source>
        <extracomment>Button for staff: away from the kiosk, to the computer itself</extracomment>
        <translation>غادر الشاشة</translation>
    </message>
</context>
<context>
    <name>StartFacts</name>
    <message>
        <source>Vraag een medewerker.</source>
        <translation>اسأل أحد الموظفين.</translation>
    </message>
    <message>
        <source>Vandaag tot %1.</source>
        <translation>اليوم حتى %1.</translation>
    </message>
    <message>
        <source>%1 van %2 tot %3.</source>
        <extracomment>When the library is open; %1 is a day, %2 and %3 are &quot;10.00&quot; and &quot;20.00 uur&quot;</extracomment>
        <translation>%1 من الساعة %2 حتى %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n tafel(s)</source>
        <translation>
            <numerusform>لا طاولات</numerusform>
            <numerusform>طاولة واحدة</numerusform>
            <numerusform>طاولتان</numerusform>
            <numerusform>%n طاولات</numerusform>
            <numerusform>%n طاولة</numerusform>
            <numerusform>%n طاولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computer(s)</source>
        <translation>
            <numerusform>لا أجهزة كمبيوتر</numerusform>
            <numerusform>كمبيوتر واحد</numerusform>
            <numerusform>جهازا كمبيوتر</numerusform>
            <numerusform>%n أجهزة كمبيوتر</numerusform>
            <numerusform>%n جهاز كمبيوتر</numerusform>
            <numerusform>%n جهاز كمبيوتر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kamer(s)</source>
        <translation>
            <numerusform>لا غرف</numerusform>
            <numerusform>غرفة واحدة</numerusform>
            <numerusform>غرفتان</numerusform>
            <numerusform>%n غرف</numerusform>
            <numerusform>%n غرفة</numerusform>
            <numerusform>%n غرفة</numerusform>
        </translation>
    </message>
    <message>
        <source>Kijk straks nog eens.</source>
        <translation>انظر مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>Wij zetten dit scherm klaar</source>
        <extracomment>On a computer that is new in the library, on the first screen</extracomment>
        <translation>نجهّز هذه الشاشة</translation>
    </message>
    <message>
        <source>Oefenen kan al. De rest komt straks.</source>
        <translation>يمكنك التدرّب الآن. الباقي يأتي قريباً.</translation>
    </message>
    <message>
        <source>Nu open</source>
        <extracomment>Whether the library is open</extracomment>
        <translation>مفتوحة الآن</translation>
    </message>
    <message>
        <source>Nu gesloten</source>
        <translation>مغلقة الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n plek(ken) vrij</source>
        <translation>
            <numerusform>لا مكان متاح</numerusform>
            <numerusform>مكان واحد متاح</numerusform>
            <numerusform>مكانان متاحان</numerusform>
            <numerusform>%n أماكن متاحة</numerusform>
            <numerusform>%n مكاناً متاحاً</numerusform>
            <numerusform>%n مكان متاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Geen plek vrij</source>
        <translation>لا مكان متاح</translation>
    </message>
    <message>
        <source>Straks hier</source>
        <translation>قريباً هنا</translation>
    </message>
    <message>
        <source>Vandaag niets meer te doen</source>
        <translation>لا أنشطة أخرى اليوم</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>de computer van de bibliotheek</source>
        <translation>كمبيوتر المكتبة</translation>
    </message>
    <message>
        <source>Welkom. Raak het scherm aan, of druk op een toets.</source>
        <translation>أهلاً بك. المس الشاشة أو اضغط أي مفتاح.</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <extracomment>The large button on the first screen</extracomment>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Gratis. Zonder pas.
U kunt niets stukmaken.</source>
        <extracomment>Two short promises beside the button: it costs nothing, nothing can break</extracomment>
        <translation>مجاناً. بلا بطاقة مكتبة.
لن يتعطّل شيء.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Stap %1 van %2</source>
        <extracomment>Progress in a lesson</extracomment>
        <translation>الخطوة %1 من %2</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>Open de camera van uw telefoon.</source>
        <extracomment>Reading a code with a phone, first step</extracomment>
        <translation>افتح كاميرا هاتفك.</translation>
    </message>
    <message>
        <source>Richt de camera op deze code.</source>
        <extracomment>Reading a code with a phone, second step</extracomment>
        <translation>وجّه الكاميرا إلى هذا الرمز.</translation>
    </message>
</context>
<context>
    <name>TitleButtons</name>
    <message>
        <source>Luister online</source>
        <extracomment>Buttons that show a code for a phone, to read or hear a title online</extracomment>
        <translation>استمع على الإنترنت</translation>
    </message>
    <message>
        <source>Lees online</source>
        <translation>اقرأ على الإنترنت</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan kunt u luisteren.</source>
        <extracomment>Reading a code with a phone, third step</extracomment>
        <translation>اضغط على هاتفك. بعدها يمكنك الاستماع.</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan kunt u lezen.</source>
        <translation>اضغط على هاتفك. بعدها يمكنك القراءة.</translation>
    </message>
    <message>
        <source>Reserveer of verleng</source>
        <extracomment>Button that shows a code for a phone, to the library&apos;s own page of a title</extracomment>
        <translation>احجز أو مدّد</translation>
    </message>
    <message>
        <source>Dat doet u op de website van de bibliotheek, met uw pas.</source>
        <translation>تفعل ذلك على موقع المكتبة ببطاقتك.</translation>
    </message>
    <message>
        <source>Tik op uw telefoon. Dan opent de website.</source>
        <extracomment>Reading a code with a phone, third step</extracomment>
        <translation>اضغط على هاتفك. بعدها يُفتح الموقع.</translation>
    </message>
    <message>
        <source>Meer van %1</source>
        <extracomment>Button that searches for everything by one author; %1 is the name</extracomment>
        <translation>المزيد من أعمال %1</translation>
    </message>
</context>
<context>
    <name>TitleFacts</name>
    <message>
        <source>Deel %1 van %2</source>
        <extracomment>%1 is a number, %2 the name of a series of books</extracomment>
        <translation>الجزء %1 من %2</translation>
    </message>
    <message>
        <source>Uit de reeks %1</source>
        <translation>من سلسلة %1</translation>
    </message>
    <message>
        <source>Vertaald, eerst verschenen in het %1</source>
        <extracomment>%1 is a language</extracomment>
        <translation>مترجم، صدر أولاً باللغة %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <extracomment>What a title is about; %1 is a list of subjects</extracomment>
        <translation>عن: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n bladzijde(n)</source>
        <translation>
            <numerusform>لا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Grote letters</source>
        <translation>حروف كبيرة</translation>
    </message>
    <message>
        <source>Voor jongeren</source>
        <translation>للشباب</translation>
    </message>
    <message>
        <source>Voor kinderen</source>
        <translation>للأطفال</translation>
    </message>
</context>
<context>
    <name>TitleScreen</name>
    <message>
        <source>Zoeken</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Terug naar de lijst</source>
        <translation>رجوع إلى القائمة</translation>
    </message>
    <message>
        <source>Naar mijn lijst</source>
        <translation>إلى قائمتي</translation>
    </message>
    <message>
        <source>Mijn lijst is vol</source>
        <translation>قائمتي ممتلئة</translation>
    </message>
    <message>
        <source>Zet op mijn lijst</source>
        <translation>ضع في قائمتي</translation>
    </message>
    <message>
        <source>Staat op uw lijst</source>
        <extracomment>Said by a screen reader when a title was put on the visitor&apos;s list</extracomment>
        <translation>أصبح في قائمتك</translation>
    </message>
    <message>
        <source>Niet gevonden? Vraag hulp</source>
        <translation>لم تجده؟ اطلب المساعدة</translation>
    </message>
    <message>
        <source>Ook zo te krijgen</source>
        <extracomment>Heading over the other editions of a title: e-book, large print, translation</extracomment>
        <translation>متوفر أيضاً هكذا</translation>
    </message>
    <message>
        <source>Lijkt hierop</source>
        <extracomment>Heading over titles that are like the one of this page</extracomment>
        <translation>عناوين مشابهة</translation>
    </message>
    <message>
        <source>Waar vindt u dit?</source>
        <translation>أين تجد هذا؟</translation>
    </message>
    <message>
        <source>Deze titel is er niet meer</source>
        <translation>هذا العنوان لم يعد موجوداً</translation>
    </message>
    <message>
        <source>Ga terug naar de lijst en kies een andere.</source>
        <translation>ارجع إلى القائمة واختر عنواناً آخر.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Bovenbalk</source>
        <extracomment>The bar at the top of the screen, for screen readers</extracomment>
        <translation>الشريط العلوي</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>Button to the screen with the four doors</extracomment>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Weergave</source>
        <extracomment>Button: size of letters, contrast, motion</extracomment>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Instellen</source>
        <extracomment>Button: language and display together</extracomment>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Hulp komt</source>
        <extracomment>Button that asks a volunteer to come, and what it says while help is asked or under way</extracomment>
        <translation>المساعدة قادمة</translation>
    </message>
    <message>
        <source>Hulp gevraagd</source>
        <translation>طُلبت المساعدة</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>مساعدة</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Ga naar een andere verdieping: %1.</source>
        <extracomment>Finding a thing in the library; %1 is the name of a floor, such as &quot;eerste verdieping&quot;</extracomment>
        <translation>اذهب إلى طابق آخر: %1.</translation>
    </message>
    <message>
        <source>Blijf op deze verdieping: %1.</source>
        <translation>ابقَ في هذا الطابق: %1.</translation>
    </message>
    <message>
        <source>Loop naar de kast bij: %1.</source>
        <extracomment>Finding a thing in the library; %1 is the name of something near: a room, &quot;Balie&quot;</extracomment>
        <translation>اذهب إلى خزانة الكتب القريبة من: %1.</translation>
    </message>
    <message>
        <source>Loop naar de kast met de gele rand.</source>
        <translation>اذهب إلى خزانة الكتب ذات الإطار الأصفر.</translation>
    </message>
    <message>
        <source>Daar staat: %1.</source>
        <extracomment>What is written on a bookcase; %1 and %2 are the first and the last mark on it (&quot;400&quot;, &quot;699&quot;)</extracomment>
        <translation>مكتوب عليها: %1.</translation>
    </message>
    <message>
        <source>Daar staat: %1 tot %2.</source>
        <translation>مكتوب عليها: من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Zoek op de rug: %1.</source>
        <extracomment>Finding a thing on its shelf; %1 is the shelf mark on its back, such as &quot;MULT&quot; or &quot;512.3&quot;</extracomment>
        <translation>ابحث على كعب الكتاب عن: %1.</translation>
    </message>
    <message>
        <source>Zo loopt u</source>
        <extracomment>Heading over the plan that leads to a shelf</extracomment>
        <translation>هكذا تصل</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Zoek zonder ‘%1’</source>
        <extracomment>A way to find more; %1 is a choice that is dropped, such as &quot;E-boek&quot;</extracomment>
        <translation>ابحث بدون «%1»</translation>
    </message>
    <message>
        <source>Zoek in alle vestigingen</source>
        <translation>ابحث في كل الفروع</translation>
    </message>
    <message>
        <source>Zoek alleen ‘%1’</source>
        <extracomment>A way to find more; %1 are fewer words than were typed</extracomment>
        <translation>ابحث عن «%1» فقط</translation>
    </message>
    <message>
        <source>Zo vindt u wel iets</source>
        <extracomment>Name of the list of ways to find something after all, for screen readers</extracomment>
        <translation>هكذا تجد شيئاً</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n titel(s))</source>
        <extracomment>A way to find more, and how many titles it brings; %1 is &quot;Zoek zonder ‘E-boek’&quot;</extracomment>
        <translation>
            <numerusform>%1 (لا عناوين)</numerusform>
            <numerusform>%1 (عنوان واحد)</numerusform>
            <numerusform>%1 (عنوانان)</numerusform>
            <numerusform>%1 (%n عناوين)</numerusform>
            <numerusform>%1 (%n عنواناً)</numerusform>
            <numerusform>%1 (%n عنوان)</numerusform>
        </translation>
    </message>
</context>
</TS>
