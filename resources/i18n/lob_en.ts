<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
<context>
    <name>AgendaPage</name>
    <message>
        <source>&amp;Gesprek plannen</source>
        <translation>Plan a tal&amp;k</translation>
    </message>
    <message>
        <source>&amp;Ruimtes</source>
        <translation>&amp;Rooms</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Agendabestand (*.ics)</source>
        <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Open het in je agenda of mail het.</source>
        <translation>Saved as {name}. Open it in your calendar or mail it.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?</source>
        <translation>Saving did not work. Is there room, and may you write in that place?</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Gepland. Bewaar de uitnodiging als je de student wilt uitnodigen.</source>
        <translation>Planned. Save the invitation if you want to invite the student.</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Gesprek plannen</source>
        <translation>Plan a talk</translation>
    </message>
    <message>
        <source>Het gesprek gaat weer door.</source>
        <translation>The talk is on again.</translation>
    </message>
    <message>
        <source>Het gesprek met {name} is afgezegd.</source>
        <translation>The talk with {name} is called off.</translation>
    </message>
    <message>
        <source>Hoeveel je ziet</source>
        <translation>How much you see</translation>
    </message>
    <message>
        <source>Naar vandaag (T)</source>
        <translation>To today (T)</translation>
    </message>
    <message>
        <source>Ruimtes</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>Terug (PgUp)</source>
        <translation>Back (PgUp)</translation>
    </message>
    <message>
        <source>Uitnodiging bewaren</source>
        <translation>Save the invitation</translation>
    </message>
    <message>
        <source>Van&amp;daag</source>
        <translation>To&amp;day</translation>
    </message>
    <message>
        <source>Verder (PgDn)</source>
        <translation>On (PgDn)</translation>
    </message>
    <message>
        <source>Waar je praat, en of anderen daar mee kunnen luisteren.</source>
        <translation>Where you talk, and whether others can listen in there.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Week als &amp;bestand</source>
        <translation>Week as a &amp;file</translation>
    </message>
</context>
<context>
    <name>AgreementItem</name>
    <message>
        <source>Afspraak gedaan.</source>
        <translation>Agreement done.</translation>
    </message>
    <message>
        <source>Afspraak vervallen.</source>
        <translation>Agreement dropped.</translation>
    </message>
    <message>
        <source>Afspraak weer open.</source>
        <translation>Agreement open again.</translation>
    </message>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Gedaan op {day}</source>
        <translation>Done on {day}</translation>
    </message>
    <message>
        <source>Gedaan: {what}</source>
        <translation>Done: {what}</translation>
    </message>
    <message>
        <source>Laten vervallen</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Vervallen op {day}</source>
        <translation>Dropped on {day}</translation>
    </message>
    <message>
        <source>Weer openen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>afgesproken op {day}</source>
        <translation>agreed on {day}</translation>
    </message>
    <message>
        <source>uiterlijk {day}</source>
        <translation>by {day}</translation>
    </message>
</context>
<context>
    <name>AgreementRead</name>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Later uit het verslag van dat gesprek gehaald.</source>
        <translation>Later taken out of the record of that talk.</translation>
    </message>
    <message>
        <source>Loopt door</source>
        <translation>Goes on</translation>
    </message>
    <message>
        <source>Loopt door tot {day}</source>
        <translation>Goes on until {day}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Teruggenomen</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>{who}, uiterlijk {day}</source>
        <translation>{who}, by {day}</translation>
    </message>
</context>
<context>
    <name>AgreementRow</name>
    <message>
        <source>Afspraak weghalen</source>
        <translation>Remove agreement</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: feedback vragen aan je begeleider</source>
        <translation>For example: ask your supervisor for feedback</translation>
    </message>
    <message>
        <source>Uiterlijk</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
</context>
<context>
    <name>AgreementRows</name>
    <message>
        <source>&amp;Afspraak erbij</source>
        <translation>&amp;Add agreement</translation>
    </message>
    <message>
        <source>Afspraak weggehaald.</source>
        <translation>Agreement removed.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Alle afspraken</source>
        <translation>All agreements</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Deze week</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Geen afspraak past bij deze keuze.</source>
        <translation>No agreement matches this choice.</translation>
    </message>
    <message>
        <source>Hier staan straks de afspraken uit al je gesprekken, wat over tijd is bovenaan.</source>
        <translation>The agreements of all your talks will stand here, what is overdue on top.</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Naar de student</source>
        <translation>To the student</translation>
    </message>
    <message>
        <source>Nog geen afspraken</source>
        <translation>No agreements yet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
</context>
<context>
    <name>AppointmentRow</name>
    <message>
        <source>Gesprek met {name} openen</source>
        <translation>Open the talk with {name}</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>trialoog</source>
        <translation>trialogue</translation>
    </message>
    <message>
        <source>voorbereid</source>
        <translation>prepared</translation>
    </message>
</context>
<context>
    <name>ArrivalRow</name>
    <message>
        <source>Bevestigen</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Niet toelaten</source>
        <translation>Do not admit</translation>
    </message>
    <message>
        <source>Nummer {number} · {team} · sinds {day}</source>
        <translation>Number {number} · {team} · since {day}</translation>
    </message>
    <message>
        <source>{name} bevestigen</source>
        <translation>Confirm {name}</translation>
    </message>
    <message>
        <source>{name} niet toelaten</source>
        <translation>Do not admit {name}</translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>De gesprekken met deze student blijven dan in het werkboek van {counsellor}. Dit kun je niet terugdraaien.</source>
        <translation>The talks with this student then stay in {counsellor}’s workbook. You cannot undo this.</translation>
    </message>
    <message>
        <source>Een begeleider neemt een werkboek mee. Ken jij deze namen en nummers? Na jouw ja komt de student bij die begeleider.</source>
        <translation>A counsellor brings a workbook along. Do you know these names and numbers? After your yes the student comes to that counsellor.</translation>
    </message>
    <message>
        <source>Laat nog wachten</source>
        <translation>Let it wait</translation>
    </message>
    <message>
        <source>Neemt een begeleider uit jouw team een werkboek mee met studenten die de school nog niet kent? Dan zie je hier hun namen en nummers.</source>
        <translation>Does a counsellor of your team bring a workbook with students whom the school does not know yet? Then you see their names and numbers here.</translation>
    </message>
    <message>
        <source>Niemand is toegelaten. Bij de naam staat waarom.</source>
        <translation>Nobody was admitted. Beside the name it says why.</translation>
    </message>
    <message>
        <source>Niemand wacht op jouw antwoord</source>
        <translation>Nobody waits for your answer</translation>
    </message>
    <message>
        <source>Niet toelaten</source>
        <translation>Do not admit</translation>
    </message>
    <message>
        <source>Nieuwe studenten</source>
        <translation>New students</translation>
    </message>
    <message>
        <source>Nummer {number} staat al bij een ander op school. Klopt het nummer? Vraag het de beheerder, of laat deze student niet toe.</source>
        <translation>Number {number} already belongs to somebody else at school. Is the number right? Ask the administrator, or do not admit this student.</translation>
    </message>
    <message>
        <source>{count} studenten zijn toegelaten.</source>
        <translation>{count} students were admitted.</translation>
    </message>
    <message>
        <source>{name} is niet toegelaten.</source>
        <translation>{name} was not admitted.</translation>
    </message>
    <message>
        <source>{name} is toegelaten.</source>
        <translation>{name} was admitted.</translation>
    </message>
    <message>
        <source>{name} niet toelaten?</source>
        <translation>Not admit {name}?</translation>
    </message>
</context>
<context>
    <name>AttentionRow</name>
    <message>
        <source>Toon er meer</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Toon er meer, nog {count}</source>
        <translation>Show more, {count} left</translation>
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <source>&amp;Dit concept gebruiken</source>
        <translation>&amp;Use this draft</translation>
    </message>
    <message>
        <source>&amp;Ongedaan maken</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Weggooien</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <source>Het concept van deze laptop is weggegooid.</source>
        <translation>The draft of this laptop was discarded.</translation>
    </message>
    <message>
        <source>Op deze laptop staat een ander concept, van {day} {time}. Je school heeft het niet.</source>
        <translation>This laptop has another draft, of {day} {time}. Your school does not have it.</translation>
    </message>
    <message>
        <source>Ver&amp;gelijken</source>
        <translation>&amp;Compare</translation>
    </message>
</context>
<context>
    <name>AwayOffers</name>
    <message>
        <source>Concept van {name} bekijken</source>
        <translation>Look at the draft about {name}</translation>
    </message>
    <message>
        <source>Op deze laptop staan {count} concepten die je school nog niet heeft. Bekijk ze hier:</source>
        <translation>This laptop has {count} drafts that your school does not have yet. Look at them here:</translation>
    </message>
    <message>
        <source>Op deze laptop staat een concept dat je school nog niet heeft. Bekijk het hier:</source>
        <translation>This laptop has a draft that your school does not have yet. Look at it here:</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Bij het sluiten maakt de werkbank er zelf een, en elke dag dat hij open blijft.</source>
        <translation>The workbench makes one by itself when it closes, and every day that it stays open.</translation>
    </message>
    <message>
        <source>De kopie wordt gemaakt…</source>
        <translation>Making the backup…</translation>
    </message>
    <message>
        <source>De reservekopie is gemaakt en gecontroleerd.</source>
        <translation>The backup has been made and checked.</translation>
    </message>
    <message>
        <source>Er is nog geen reservekopie.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>Laatste kopie: {day} om {time}</source>
        <translation>Last backup: {day} at {time}</translation>
    </message>
    <message>
        <source>Nu een reserve&amp;kopie maken</source>
        <translation>Make a &amp;backup now</translation>
    </message>
    <message>
        <source>Terugzetten doe je op het eerste scherm, met ‘Reservekopie terugzetten’. De kopie gaat open met de wachtwoordzin of de herstelcode van toen.</source>
        <translation>You restore one on the first screen, with ‘Restore backup’. It opens with the passphrase or the recovery code of that time.</translation>
    </message>
</context>
<context>
    <name>BadgeCard</name>
    <message>
        <source>&amp;Intrekken</source>
        <translation>&amp;Revoke</translation>
    </message>
    <message>
        <source>&amp;Opslaan</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Alle geldige badges van deze persoon in één bestand</source>
        <translation>All valid badges of this person in one file</translation>
    </message>
    <message>
        <source>Badge intrekken</source>
        <translation>Revoke badge</translation>
    </message>
    <message>
        <source>De badge is ingetrokken. Zet ook de nieuwe lijst op de website.</source>
        <translation>The badge was revoked. Put the new list on the web site too.</translation>
    </message>
    <message>
        <source>De sleutel onder deze badge is ingetrokken. Anderen zien hem niet meer als echt. Reik hem opnieuw uit en geef de nieuwe mee.</source>
        <translation>The key under this badge was revoked. Others no longer see it as genuine. Issue it again and hand out the new one.</translation>
    </message>
    <message>
        <source>Dit blijft in het dossier. In de lijst staat alleen een nummer.</source>
        <translation>This stays in the file. The list only has a number.</translation>
    </message>
    <message>
        <source>Geldig tot en met {day}</source>
        <translation>Valid until {day} (inclusive)</translation>
    </message>
    <message>
        <source>Is het niveau er nog, dan kun je een nieuwe uitreiken.</source>
        <translation>If the level still stands, you can issue a new one.</translation>
    </message>
    <message>
        <source>Opnieuw uitreiken</source>
        <translation>Issue again</translation>
    </message>
    <message>
        <source>Rug&amp;zak</source>
        <translation>&amp;Backpack</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Uitgereikt op {day} door {name}</source>
        <translation>Issued on {day} by {name}</translation>
    </message>
    <message>
        <source>Waarom trek je deze badge in?</source>
        <translation>Why do you revoke this badge?</translation>
    </message>
    <message>
        <source>Wie deze badge nakijkt, ziet dat hij is ingetrokken.</source>
        <translation>Whoever checks this badge sees that it was revoked.</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Gemaakt</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Op</source>
        <translation>On</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Sleutel</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Toegevoegd</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Until (inclusive)</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>meegebracht door {name}</source>
        <translation>brought along by {name}</translation>
    </message>
</context>
<context>
    <name>BadgesPage</name>
    <message>
        <source>&amp;Badges uitreiken</source>
        <translation>&amp;Issue badges</translation>
    </message>
    <message>
        <source>Badge nakijken</source>
        <translation>Check a badge</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>Badges uitreiken</source>
        <translation>Issue badges</translation>
    </message>
    <message>
        <source>Een bereikt niveau wordt een badge die van de student zelf is.</source>
        <translation>A level that was reached becomes a badge that is the student&apos;s own.</translation>
    </message>
    <message>
        <source>Is deze badge echt, en van wie komt hij?</source>
        <translation>Is this badge genuine, and whose is it?</translation>
    </message>
    <message>
        <source>Kies wie een badge krijgt, en kijk wat er meegaat.</source>
        <translation>Choose who gets a badge, and look at what goes along.</translation>
    </message>
    <message>
        <source>Nakijken</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Sleutels</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Sleutels en vertrouwen</source>
        <translation>Keys and trust</translation>
    </message>
    <message>
        <source>Uitgereikt</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Uitreiken</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Uitreiken (Ctrl+Enter)</source>
        <translation>Issue (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Waarmee jouw school badges ondertekent, en wie jullie geloven.</source>
        <translation>What your school signs badges with, and whom you believe.</translation>
    </message>
    <message>
        <source>Wat wil je met badges?</source>
        <translation>What do you want with badges?</translation>
    </message>
</context>
<context>
    <name>BehaviourRow</name>
    <message>
        <source>Bevestigd door {who} op {day}</source>
        <translation>Confirmed by {who} on {day}</translation>
    </message>
    <message>
        <source>Gezien door {who} op {day}</source>
        <translation>Seen by {who} on {day}</translation>
    </message>
    <message>
        <source>Nog niet, zegt {who} op {day}</source>
        <translation>Not yet, says {who} on {day}</translation>
    </message>
    <message>
        <source>Teruggenomen door {who} op {day}</source>
        <translation>Taken back by {who} on {day}</translation>
    </message>
    <message>
        <source>Terugnemen</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Terugnemen: {text}</source>
        <translation>Take back: {text}</translation>
    </message>
    <message>
        <source>Zegt {who} op {day}</source>
        <translation>Says {who} on {day}</translation>
    </message>
</context>
<context>
    <name>BehaviourSection</name>
    <message>
        <source>&amp;Op slot als je niets doet</source>
        <translation>Loc&amp;k when you do nothing</translation>
    </message>
    <message>
        <source>&amp;Te lang niet gesproken</source>
        <translation>Not spoken to for &amp;too long</translation>
    </message>
    <message>
        <source>Bewaard. Dit geldt vanaf nu.</source>
        <translation>Saved. This applies from now on.</translation>
    </message>
    <message>
        <source>Daarna staat de student in Vandaag bij ‘Dit vraagt aandacht’.</source>
        <translation>After that, the student appears in Today under ‘This needs attention’.</translation>
    </message>
    <message>
        <source>Grootte van de letters</source>
        <translation>Size of the letters</translation>
    </message>
    <message>
        <source>Licht of donker</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Taal van de knoppen</source>
        <translation>Language of the buttons</translation>
    </message>
    <message>
        <source>Vragen, life skills en papier blijven Nederlands.</source>
        <translation>Questions, life skills and paper stay in Dutch.</translation>
    </message>
    <message>
        <source>Wat je aan het typen was, blijft bewaard.</source>
        <translation>What you were typing is kept.</translation>
    </message>
    <message>
        <source>donker</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>grootst</source>
        <translation>largest</translation>
    </message>
    <message>
        <source>groter</source>
        <translation>larger</translation>
    </message>
    <message>
        <source>langer dan 1 week</source>
        <translation>longer than 1 week</translation>
    </message>
    <message>
        <source>langer dan {count} weken</source>
        <translation>longer than {count} weeks</translation>
    </message>
    <message>
        <source>licht</source>
        <translation>light</translation>
    </message>
    <message>
        <source>na 1 minuut</source>
        <translation>after 1 minute</translation>
    </message>
    <message>
        <source>na een uur</source>
        <translation>after an hour</translation>
    </message>
    <message>
        <source>na {count} minuten</source>
        <translation>after {count} minutes</translation>
    </message>
    <message>
        <source>nooit vanzelf</source>
        <translation>never by itself</translation>
    </message>
    <message>
        <source>normaal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>zoals je laptop</source>
        <translation>like your laptop</translation>
    </message>
</context>
<context>
    <name>CaptureCard</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Deze regel bleef staan van de vorige keer.</source>
        <translation>This line was left from last time.</translation>
    </message>
    <message>
        <source>Enter bewaart. Esc sluit; je regel blijft staan. Ctrl+1, 2, 3: de soort.</source>
        <translation>Enter saves. Esc closes; your line stays. Ctrl+1, 2, 3: the kind.</translation>
    </message>
    <message>
        <source>Genoteerd bij {name}, alleen voor jou.</source>
        <translation>Noted with {name}, for you alone.</translation>
    </message>
    <message>
        <source>Genoteerd in het dossier van {name}.</source>
        <translation>Noted in the dossier of {name}.</translation>
    </message>
    <message>
        <source>Over wie gaat het? Kies een student.</source>
        <translation>Who is it about? Choose a student.</translation>
    </message>
    <message>
        <source>Schrijf eerst iets op.</source>
        <translation>Write something down first.</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Snel noteren</source>
        <translation>Quick note</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Wat wil je onthouden?</source>
        <translation>What do you want to remember?</translation>
    </message>
    <message>
        <source>{reason} Je regel staat hier nog.</source>
        <translation>{reason} Your line still stands here.</translation>
    </message>
</context>
<context>
    <name>CellFoot</name>
    <message>
        <source>&amp;Anders…</source>
        <translation>&amp;Otherwise…</translation>
    </message>
    <message>
        <source>&amp;Bevestigen ({count})</source>
        <translation>&amp;Confirm ({count})</translation>
    </message>
    <message>
        <source>&amp;Laat {name} zelf schrijven…</source>
        <translation>&amp;Let {name} write…</translation>
    </message>
    <message>
        <source>&amp;Opschrijven ({count})…</source>
        <translation>&amp;Write down ({count})…</translation>
    </message>
    <message>
        <source>&amp;Verder schrijven…</source>
        <translation>&amp;Write on…</translation>
    </message>
    <message>
        <source>Dit schreef je zelf op. Iemand anders die het ook zag, kan het bevestigen.</source>
        <translation>You wrote this down yourself. Somebody else who saw it too can confirm it.</translation>
    </message>
    <message>
        <source>Je bevestigt als {role}, vandaag.</source>
        <translation>You confirm as {role}, today.</translation>
    </message>
    <message>
        <source>Je leest mee. Opschrijven en bevestigen doet de eigen begeleider.</source>
        <translation>You read along. Their own counsellor writes down and confirms.</translation>
    </message>
    <message>
        <source>Je ziet hier de niveaus. Wat erbij is opgeschreven, leest de begeleider.</source>
        <translation>You see the levels here. What was written with them is for the counsellor to read.</translation>
    </message>
    <message>
        <source>Kies of gedrag dat op bevestiging wacht, of gedrag dat nog open staat.</source>
        <translation>Choose either behaviour that waits to be confirmed, or behaviour that is still open.</translation>
    </message>
    <message>
        <source>Nieuwe a&amp;fspraak</source>
        <translation>New a&amp;greement</translation>
    </message>
    <message>
        <source>Nog niet, een andere dag, of iemand anders bevestigt</source>
        <translation>Not yet, another day, or somebody else confirms</translation>
    </message>
    <message>
        <source>Over jezelf bevestig je niets. Dat doet je teamleider achter een eigen scherm.</source>
        <translation>You confirm nothing about yourself. Your team leader does so at a screen of their own.</translation>
    </message>
    <message>
        <source>Vink aan wat je zag of wat je wilt bevestigen. Meer tegelijk mag.</source>
        <translation>Tick what you saw or what you want to confirm. Several at once is fine.</translation>
    </message>
</context>
<context>
    <name>CellPanel</name>
    <message>
        <source>Bewaard.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Bewaard. Het telt zodra een tweede persoon het bevestigt.</source>
        <translation>Saved. It counts as soon as a second person confirms it.</translation>
    </message>
    <message>
        <source>Niveau {level} is bereikt.</source>
        <translation>Level {level} has been reached.</translation>
    </message>
    <message>
        <source>Sluiten (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Leerweg</source>
        <translation>&amp;Learning route</translation>
    </message>
    <message>
        <source>&amp;Mentor</source>
        <translation>&amp;Mentor</translation>
    </message>
    <message>
        <source>&amp;Opslaan</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>Bij een andere mentor staat de student daarna niet meer in jouw lijst.</source>
        <translation>With another mentor the student is no longer in your list afterwards.</translation>
    </message>
    <message>
        <source>De dag die in de geschiedenis staat. De lijsten veranderen meteen.</source>
        <translation>The day that stands in the history. The lists change at once.</translation>
    </message>
    <message>
        <source>Klas, team of mentor wijzigen</source>
        <translation>Change class, team or mentor</translation>
    </message>
    <message>
        <source>Leer&amp;jaar</source>
        <translation>Study &amp;year</translation>
    </message>
    <message>
        <source>O&amp;pleiding</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>T&amp;eam</source>
        <translation>T&amp;eam</translation>
    </message>
    <message>
        <source>Telt vana&amp;f</source>
        <translation>Counts &amp;from</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Eén lege regel is overgeslagen.</source>
        <translation>One empty line was skipped.</translation>
    </message>
    <message>
        <source>Regels van de lijst</source>
        <translation>Lines of the list</translation>
    </message>
    <message>
        <source>Welke regels</source>
        <translation>Which lines</translation>
    </message>
    <message>
        <source>alle regels</source>
        <translation>all lines</translation>
    </message>
    <message>
        <source>met opmerking</source>
        <translation>with a remark</translation>
    </message>
    <message>
        <source>{count} lege regels zijn overgeslagen.</source>
        <translation>{count} empty lines were skipped.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Kies…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>ChoosePanel</name>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Opleiding</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Ruimte</source>
        <translation>R&amp;oom</translation>
    </message>
    <message>
        <source>&amp;Soort gesprek</source>
        <translation>&amp;Kind of talk</translation>
    </message>
    <message>
        <source>Die dag is nog ver weg. De nieuwe klassen zie je meteen overal. Wie van school gaat, staat tot die dag gewoon in je lijsten.</source>
        <translation>That day is still far away. You see the new classes everywhere at once. Those who leave school stay in your lists until that day.</translation>
    </message>
    <message>
        <source>Geen klas die hierbij past. Kies een ander team of een andere opleiding.</source>
        <translation>No class fits this. Choose another team or another programme.</translation>
    </message>
    <message>
        <source>Het schooljaar in Instellingen wordt {year}</source>
        <translation>The school year in Settings becomes {year}</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Klassen</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>M&amp;inuten</source>
        <translation>M&amp;inutes</translation>
    </message>
    <message>
        <source>Niemand</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Studenten</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>T&amp;eam</source>
        <translation>T&amp;eam</translation>
    </message>
    <message>
        <source>Telt &amp;vanaf</source>
        <translation>Counts &amp;from</translation>
    </message>
    <message>
        <source>Wat gebeurt er?</source>
        <translation>What happens?</translation>
    </message>
    <message>
        <source>Wie aan de beurt is</source>
        <translation>Whose turn it is</translation>
    </message>
    <message>
        <source>Wie: {count} van {all}</source>
        <translation>Who: {count} of {all}</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>zonder klas</source>
        <translation>without a class</translation>
    </message>
    <message>
        <source>{count} van {all}</source>
        <translation>{count} of {all}</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>&amp;Afzeggen</source>
        <translation>&amp;Call off</translation>
    </message>
    <message>
        <source>&amp;Lezen</source>
        <translation>&amp;Read</translation>
    </message>
    <message>
        <source>&amp;Toch plannen</source>
        <translation>Plan &amp;again</translation>
    </message>
    <message>
        <source>&amp;Voorbereiden</source>
        <translation>&amp;Prepare</translation>
    </message>
    <message>
        <source>Hier is nog niets gepland. Druk op N om een gesprek te plannen.</source>
        <translation>Nothing is planned here yet. Press N to plan a talk.</translation>
    </message>
    <message>
        <source>Uitnodiging bewaren (.ics)</source>
        <translation>Save the invitation (.ics)</translation>
    </message>
    <message>
        <source>Ver&amp;zetten</source>
        <translation>&amp;Move</translation>
    </message>
    <message>
        <source>let op: gevoelig, en deze ruimte heeft geen deur</source>
        <translation>note: sensitive, and this room has no door</translation>
    </message>
</context>
<context>
    <name>ClaimForm</name>
    <message>
        <source>&amp;Als wat</source>
        <translation>&amp;As what</translation>
    </message>
    <message>
        <source>&amp;Bewaren</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Foto of bestand…</source>
        <translation>&amp;Photo or file…</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Link</translation>
    </message>
    <message>
        <source>&amp;Naam</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Op welke dag</source>
        <translation>&amp;On which day</translation>
    </message>
    <message>
        <source>&amp;Wie zegt dit?</source>
        <translation>&amp;Who says this?</translation>
    </message>
    <message>
        <source>Alles (*)</source>
        <translation>Everything (*)</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: vroeg in het overleg door toen iets niet klopte</source>
        <translation>For example: asked on in the meeting when something was not right</translation>
    </message>
    <message>
        <source>Concept bewaard om {time}</source>
        <translation>Draft saved at {time}</translation>
    </message>
    <message>
        <source>Foto of bestand kiezen</source>
        <translation>Choose a photo or file</translation>
    </message>
    <message>
        <source>Foto’s en documenten (*.jpg *.jpeg *.png *.webp *.pdf *.docx *.odt *.pptx)</source>
        <translation>Photos and documents (*.jpg *.jpeg *.png *.webp *.pdf *.docx *.odt *.pptx)</translation>
    </message>
    <message>
        <source>Nog niet bewaard</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Teru&amp;g</source>
        <translation>Bac&amp;k</translation>
    </message>
    <message>
        <source>Waar bleek het &amp;uit?</source>
        <translation>What sho&amp;wed it?</translation>
    </message>
    <message>
        <source>Weggoo&amp;ien</source>
        <translation>D&amp;iscard</translation>
    </message>
    <message>
        <source>de student zelf</source>
        <translation>the student</translation>
    </message>
    <message>
        <source>het teamlid zelf</source>
        <translation>the team member</translation>
    </message>
    <message>
        <source>iemand anders</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>ik zag het</source>
        <translation>I saw it</translation>
    </message>
    <message>
        <source>ikzelf</source>
        <translation>myself</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>&amp;Deze klas</source>
        <translation>&amp;This class</translation>
    </message>
    <message>
        <source>Haal het vinkje weg bij wie blijft zoals het is.</source>
        <translation>Untick who stays as it is.</translation>
    </message>
    <message>
        <source>Heet d&amp;an</source>
        <translation>Is then c&amp;alled</translation>
    </message>
    <message>
        <source>Het leerjaar gaat één omhoog.</source>
        <translation>The study year goes up by one.</translation>
    </message>
    <message>
        <source>Per student kun je het later nog aanpassen.</source>
        <translation>For one student you can still change it later.</translation>
    </message>
    <message>
        <source>Waar &amp;naartoe?</source>
        <translation>Where t&amp;o?</translation>
    </message>
    <message>
        <source>Zonder klas</source>
        <translation>Without a class</translation>
    </message>
</context>
<context>
    <name>ColumnStep</name>
    <message>
        <source>Alles wat nodig is, heeft een kolom. Kijk even of het klopt.</source>
        <translation>Everything you need has a column. Have a quick look if it is right.</translation>
    </message>
    <message>
        <source>Er is meer dan één blad met studenten. Kies het blad dat je wilt inlezen. Een ander blad lees je daarna in.</source>
        <translation>There is more than one sheet with students. Choose the sheet that you want to read. Read another sheet after it.</translation>
    </message>
    <message>
        <source>Kies de kolom met de achternaam of de hele naam.</source>
        <translation>Choose the column with the last name or the full name.</translation>
    </message>
    <message>
        <source>Kies de kolom met het studentnummer.</source>
        <translation>Choose the column with the student number.</translation>
    </message>
    <message>
        <source>Kolom in je lijst</source>
        <translation>Column in your list</translation>
    </message>
    <message>
        <source>Kolom {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>Niet gebruiken</source>
        <translation>Do not use</translation>
    </message>
    <message>
        <source>Wat erin staat</source>
        <translation>What it holds</translation>
    </message>
    <message>
        <source>Wat het is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Wat staat er in {heading}?</source>
        <translation>What does {heading} hold?</translation>
    </message>
    <message>
        <source>Welk blad is de lijst?</source>
        <translation>Which sheet is the list?</translation>
    </message>
    <message>
        <source>niets ingevuld</source>
        <translation>nothing filled in</translation>
    </message>
    <message>
        <source>{field} komt al uit ‘{heading}’.</source>
        <translation>{field} already comes from ‘{heading}’.</translation>
    </message>
    <message>
        <source>{field} komt nu uit ‘{heading}’.</source>
        <translation>{field} now comes from ‘{heading}’.</translation>
    </message>
    <message>
        <source>{name} ({count} regels)</source>
        <translation>{name} ({count} lines)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Snel noteren</source>
        <translation>Quick note</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Terug naar waar je was</source>
        <translation>Back to where you were</translation>
    </message>
    <message>
        <source>Uitleg bij deze pagina</source>
        <translation>Help with this page</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>&amp;Mijn versie houden</source>
        <translation>&amp;Keep my version</translation>
    </message>
    <message>
        <source>De &amp;andere nemen</source>
        <translation>Take the &amp;other</translation>
    </message>
    <message>
        <source>De andere, bewaard {when}</source>
        <translation>The other, saved {when}</translation>
    </message>
    <message>
        <source>Die van &amp;school nemen</source>
        <translation>Take the one of &amp;school</translation>
    </message>
    <message>
        <source>Die van deze &amp;laptop nemen</source>
        <translation>Take the one of this &amp;laptop</translation>
    </message>
    <message>
        <source>Dit concept is {when} ook op een andere plek bewaard, met andere woorden. Beide zijn bewaard. Kies met welke je verder gaat.</source>
        <translation>This draft was also saved at another place {when}, in other words. Both are kept. Choose the one to go on with.</translation>
    </message>
    <message>
        <source>Dit gesprek is al vastgelegd</source>
        <translation>This talk was recorded already</translation>
    </message>
    <message>
        <source>Door jou vastgelegd, {when}</source>
        <translation>Recorded by you, {when}</translation>
    </message>
    <message>
        <source>Je hebt dit gesprek {when} vastgelegd op een andere plek, met andere woorden. Je tekst van hier is niet weg. Hieronder zie je beide versies.</source>
        <translation>You recorded this talk at another place {when}, in other words. Your text from here is not lost. Below you see both versions.</translation>
    </message>
    <message>
        <source>Je school bewaarde dit concept {when}. Op deze laptop staan andere woorden. Kies met welke je verder gaat.</source>
        <translation>Your school saved this draft {when}. This laptop has other words. Choose the ones to go on with.</translation>
    </message>
    <message>
        <source>Je schreef op twee plekken</source>
        <translation>You wrote at two places</translation>
    </message>
    <message>
        <source>Mijn versie</source>
        <translation>My version</translation>
    </message>
    <message>
        <source>Mijn versie vast&amp;leggen als verbetering</source>
        <translation>&amp;Record my version as a correction</translation>
    </message>
    <message>
        <source>Mijn versie weg&amp;gooien</source>
        <translation>&amp;Discard my version</translation>
    </message>
    <message>
        <source>Nog niet vastgelegd</source>
        <translation>Not recorded yet</translation>
    </message>
    <message>
        <source>Op deze laptop</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <source>Op deze laptop staat iets anders dan op school</source>
        <translation>This laptop has something else than the school</translation>
    </message>
    <message>
        <source>Op school, bewaard {when}</source>
        <translation>At school, saved {when}</translation>
    </message>
    <message>
        <source>Ver&amp;der schrijven</source>
        <translation>&amp;Go on writing</translation>
    </message>
    <message>
        <source>{name} heeft dit gesprek {when} vastgelegd. Jouw tekst is niet weg. Hieronder zie je beide versies; wat je ook kiest, die van {name} blijft bewaard.</source>
        <translation>{name} recorded this talk {when}. Your text is not lost. Below you see both versions; whatever you choose, the one of {name} is kept.</translation>
    </message>
    <message>
        <source>{name} was je voor</source>
        <translation>{name} was ahead of you</translation>
    </message>
</context>
<context>
    <name>ConfidentialNotes</name>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>De notitie is vastgelegd.</source>
        <translation>The note was recorded.</translation>
    </message>
    <message>
        <source>Dit leest alleen wie in de tweede lijn nu met deze student werkt; de begeleider ziet dat er een notitie is, en niets van wat erin staat.</source>
        <translation>Only those of the second line who now work with this student read this; the counsellor sees that there is a note, and nothing of what it says.</translation>
    </message>
    <message>
        <source>Er staat hier nog geen notitie.</source>
        <translation>There is no note here yet.</translation>
    </message>
    <message>
        <source>Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is.</source>
        <translation>Recording is not possible now: there is no connection with your school. Your text is safe. Press ‘Record’ again when the connection is back.</translation>
    </message>
</context>
<context>
    <name>ConnectScreen</name>
    <message>
        <source>&amp;Certificaat van de school kiezen</source>
        <translation>&amp;Choose the school&apos;s certificate</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>&amp;Inlognaam</source>
        <translation>&amp;Login name</translation>
    </message>
    <message>
        <source>&amp;Meer instellingen</source>
        <translation>&amp;More settings</translation>
    </message>
    <message>
        <source>&amp;Niet controleren of dit de server van mijn school is (onveilig)</source>
        <translation>Do &amp;not check whether this is my school&apos;s server (unsafe)</translation>
    </message>
    <message>
        <source>&amp;Onthoud mijn wachtwoord op deze laptop</source>
        <translation>&amp;Remember my password on this laptop</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Verbinden</source>
        <translation>&amp;Connect</translation>
    </message>
    <message>
        <source>&amp;Wachtwoord</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Bedankt. Geef de laptop terug.</source>
        <translation>Thank you. Give the laptop back.</translation>
    </message>
    <message>
        <source>Certificaat (*.pem *.crt)</source>
        <translation>Certificate (*.pem *.crt)</translation>
    </message>
    <message>
        <source>Certificaat van de school</source>
        <translation>The school&apos;s certificate</translation>
    </message>
    <message>
        <source>De beheerder van je school geeft je een adres en een inlognaam.</source>
        <translation>Your school&apos;s administrator gives you an address and a login name.</translation>
    </message>
    <message>
        <source>De werkbank controleert de server met de certificaten van deze laptop.</source>
        <translation>The workbench checks the server against this laptop&apos;s certificates.</translation>
    </message>
    <message>
        <source>De werkbank controleert de server met {name}.</source>
        <translation>The workbench checks the server against {name}.</translation>
    </message>
    <message>
        <source>Deze laptop weet je wachtwoord nog. Je kunt meteen verbinden.</source>
        <translation>This laptop still knows your password. You can connect right away.</translation>
    </message>
    <message>
        <source>Even verbinden…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Je werk is bewaard. Met je wachtwoord ga je verder waar je was.</source>
        <translation>Your work is saved. Your password takes you back to where you were.</translation>
    </message>
    <message>
        <source>Verbinden met school</source>
        <translation>Connect to school</translation>
    </message>
    <message>
        <source>Vergrendeld</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Wat je schreef, is bewaard. Je begeleider typt hier het wachtwoord.</source>
        <translation>What you wrote is saved. Your counsellor types the password here.</translation>
    </message>
</context>
<context>
    <name>ConversationsPage</name>
    <message>
        <source>&amp;Gesprekskaart</source>
        <translation>Talk &amp;card</translation>
    </message>
    <message>
        <source>&amp;Student kiezen</source>
        <translation>Choose &amp;student</translation>
    </message>
    <message>
        <source>&amp;Vastleggen</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Alle &amp;afspraken</source>
        <translation>All &amp;agreements</translation>
    </message>
    <message>
        <source>Alle &amp;gesprekken</source>
        <translation>All &amp;talks</translation>
    </message>
    <message>
        <source>Concept bewaren</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Gesprek &amp;voeren</source>
        <translation>Have the &amp;talk</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Je tekst is nog niet bewaard, daarom blijf je hier.</source>
        <translation>Your text has not been saved yet, so you stay here.</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Van al je studenten, wat over tijd is bovenaan</source>
        <translation>Of all your students, what is overdue on top</translation>
    </message>
    <message>
        <source>Vastgelegd. Geef de student het verslag mee.</source>
        <translation>Recorded. Give the student the report to take along.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Ver&amp;beteren</source>
        <translation>C&amp;orrect</translation>
    </message>
    <message>
        <source>Verslag (&amp;PDF)</source>
        <translation>Report (&amp;PDF)</translation>
    </message>
    <message>
        <source>Vragen&amp;bank</source>
        <translation>Question &amp;bank</translation>
    </message>
    <message>
        <source>Wat je hebt vastgelegd, nieuwste eerst</source>
        <translation>What you recorded, newest first</translation>
    </message>
    <message>
        <source>{kind} op {day}, door {counsellor}</source>
        <translation>{kind} on {day}, by {counsellor}</translation>
    </message>
    <message>
        <source>{kind} van {day} verbeteren</source>
        <translation>Correct: {kind} of {day}</translation>
    </message>
</context>
<context>
    <name>DamagedScreen</name>
    <message>
        <source>&amp;Deze kopie terugzetten</source>
        <translation>Put this backup bac&amp;k</translation>
    </message>
    <message>
        <source>&amp;Wachtwoordzin</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>De kopie wordt teruggezet…</source>
        <translation>Putting the backup back…</translation>
    </message>
    <message>
        <source>De reservekopieën worden nagekeken…</source>
        <translation>Checking the backups…</translation>
    </message>
    <message>
        <source>Dit werkboek is niet heel</source>
        <translation>This workbook is damaged</translation>
    </message>
    <message>
        <source>Een kopie opent met de wachtwoordzin of de herstelcode van de dag waarop hij is gemaakt. Typ die hieronder.</source>
        <translation>A backup opens with the passphrase or the recovery code of the day it was made. Type that one below.</translation>
    </message>
    <message>
        <source>Een nieuwere kopie was niet heel; die is overgeslagen.</source>
        <translation>A newer backup was damaged; it was skipped.</translation>
    </message>
    <message>
        <source>Er is een goede kopie van {moment}</source>
        <translation>There is a good backup from {moment}</translation>
    </message>
    <message>
        <source>Er zijn kopieën, maar ze gaan hier niet mee open</source>
        <translation>There are backups, but this does not open them</translation>
    </message>
    <message>
        <source>Heb je geen kopie? Laat alles staan, en vraag hulp bij de ict van je school.</source>
        <translation>No copy? Leave everything as it is, and ask the IT people of your school for help.</translation>
    </message>
    <message>
        <source>Het beschadigde werkboek blijft bewaard, in een map ernaast.</source>
        <translation>The damaged workbook is kept, in a folder beside it.</translation>
    </message>
    <message>
        <source>Het terugzetten is niet gelukt</source>
        <translation>Putting it back did not work</translation>
    </message>
    <message>
        <source>Hij staat {place}. De werkbank heeft hem helemaal gelezen: alles is heel.</source>
        <translation>It is {place}. The workbench read all of it: everything is whole.</translation>
    </message>
    <message>
        <source>In het beschadigde werkboek is voor het laatst iets opgeschreven op {moment}. Wat er na de kopie bij kwam, staat er niet in.</source>
        <translation>The damaged workbook was last written to on {moment}. What was added after the backup is not in it.</translation>
    </message>
    <message>
        <source>In ‘{name}’ is iets beschadigd of weg. Dat ligt niet aan jou. Er wordt niets weggegooid: je zet een reservekopie terug en gaat daarmee verder.</source>
        <translation>Something in ‘{name}’ is damaged or gone. This is not your fault. Nothing is thrown away: you put a backup back and carry on with that.</translation>
    </message>
    <message>
        <source>Je tweede plek is er nu niet. Staat daar een nieuwere kopie? Steek dan eerst de stick in de laptop en zoek nog een keer.</source>
        <translation>Your second place is not there right now. Is there a newer backup in it? Then put the stick into the laptop first and search again.</translation>
    </message>
    <message>
        <source>Kopie &amp;zoeken</source>
        <translation>&amp;Find a backup</translation>
    </message>
    <message>
        <source>Met de herstelcode</source>
        <translation>With the recovery code</translation>
    </message>
    <message>
        <source>Met de wachtwoordzin van toen</source>
        <translation>With the passphrase of that time</translation>
    </message>
    <message>
        <source>Nog een keer &amp;zoeken</source>
        <translation>&amp;Search again</translation>
    </message>
    <message>
        <source>Nog geen goede kopie gevonden</source>
        <translation>No good backup found yet</translation>
    </message>
    <message>
        <source>Typ hieronder je wachtwoordzin. Daarna zoekt de werkbank de nieuwste kopie.</source>
        <translation>Type your passphrase below. The workbench then looks for the newest backup.</translation>
    </message>
    <message>
        <source>Waarmee gaan je kopieën open?</source>
        <translation>What opens your backups?</translation>
    </message>
    <message>
        <source>Waarmee gaat de kopie open?</source>
        <translation>What opens the backup?</translation>
    </message>
    <message>
        <source>Zelf een kopie &amp;kiezen…</source>
        <translation>&amp;Choose a backup yourself…</translation>
    </message>
    <message>
        <source>beschadigd</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>op deze laptop</source>
        <translation>on this laptop</translation>
    </message>
    <message>
        <source>op je tweede plek</source>
        <translation>in your second place</translation>
    </message>
    <message>
        <source>{count} nieuwere kopieën waren niet heel; die zijn overgeslagen.</source>
        <translation>{count} newer backups were damaged; they were skipped.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Dit is geen datum. Schrijf hem als 23-11-2026 of 23 november.</source>
        <translation>This is not a date. Write it as 23-11-2026 or 23 November.</translation>
    </message>
    <message>
        <source>Kies in de kalender</source>
        <translation>Choose in the calendar</translation>
    </message>
    <message>
        <source>dd-mm-jjjj</source>
        <translation>dd-mm-yyyy</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>&amp;Kopieer verslag</source>
        <translation>&amp;Copy report</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Alles overnemen</source>
        <translation>Take over all</translation>
    </message>
    <message>
        <source>Blad {sheet}, vak {address}</source>
        <translation>Sheet {sheet}, cell {address}</translation>
    </message>
    <message>
        <source>Klik op ‘overnemen’ of druk op de spatiebalk om een regel aan of uit te zetten.</source>
        <translation>Click ‘take over’ or press the space bar to turn a line on or off.</translation>
    </message>
    <message>
        <source>Niets overnemen</source>
        <translation>Take over nothing</translation>
    </message>
    <message>
        <source>Volgens het bestand: {name}</source>
        <translation>According to the file: {name}</translation>
    </message>
    <message>
        <source>Wacht daarna op bevestiging door een tweede persoon.</source>
        <translation>After that it waits until a second person confirms it.</translation>
    </message>
    <message>
        <source>Was: {text}</source>
        <translation>Was: {text}</translation>
    </message>
    <message>
        <source>Wordt: {text}</source>
        <translation>Becomes: {text}</translation>
    </message>
</context>
<context>
    <name>DiffTable</name>
    <message>
        <source>In deze werkmap is niets anders dan in de werkbank.</source>
        <translation>Nothing in this workbook differs from the werkbank.</translation>
    </message>
    <message>
        <source>Wat er anders is</source>
        <translation>What is different</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Het schooljaar is nu {year}.</source>
        <translation>The school year is now {year}.</translation>
    </message>
    <message>
        <source>Klaar. Door naar het nieuwe jaar: {moved}. Gaan van school: {left}.</source>
        <translation>Done. On to the new year: {moved}. Leaving school: {left}.</translation>
    </message>
    <message>
        <source>Klopt er iets niet? ‘Ongedaan maken’ zet alles terug, zolang je op deze pagina blijft. Later kun je per student nog iets wijzigen, op het tabblad Inschrijving.</source>
        <translation>Is something wrong? ‘Undo’ puts everything back, as long as you stay on this page. Later you can still change something for one student, on the tab Enrolment.</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>De reservekopie staat terug. Kijk na wat er sinds die kopie ontbreekt.</source>
        <translation>The backup is back. Check what is missing since that backup.</translation>
    </message>
    <message>
        <source>De reservekopie staat terug. Open hem nu.</source>
        <translation>The backup is back. Open it now.</translation>
    </message>
    <message>
        <source>De voorbeeldschool wordt klaargezet…</source>
        <translation>The example school is being prepared…</translation>
    </message>
    <message>
        <source>Die map is er niet: {0}</source>
        <translation>That folder is not there: {0}</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>DrillSection</name>
    <message>
        <source>1 gesprek van die maand, op {day}.</source>
        <translation>1 conversation of that month, on {day}.</translation>
    </message>
    <message>
        <source>De code op je papier past niet op deze kopie. Heb je de code pas vernieuwd? Maak dan eerst een nieuwe kopie en doe de proef opnieuw. Weet je het niet zeker? Druk dan bij ‘Wachtwoordzin en herstelcode’ een nieuwe code af.</source>
        <translation>The code on your paper does not fit this backup. Did you renew the code lately? Then make a new backup first and try again. Not sure? Then print a new code under ‘Passphrase and recovery code’.</translation>
    </message>
    <message>
        <source>De kopie wordt nagekeken…</source>
        <translation>Checking the backup…</translation>
    </message>
    <message>
        <source>De proef is klaar. Bij Reservekopieën lees je of het gelukt is.</source>
        <translation>The drill is done. Read under Backups whether it worked.</translation>
    </message>
    <message>
        <source>Deze kopie is niet heel. Maak nu een nieuwe kopie en doe de proef opnieuw. Lukt het weer niet, kies dan een andere plek.</source>
        <translation>This backup is damaged. Make a new backup now and try again. If it fails again, choose another place.</translation>
    </message>
    <message>
        <source>Er is nog geen kopie om mee te proberen. Maak er eerst een.</source>
        <translation>There is no backup to try yet. Make one first.</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Gelukt. {talks}</source>
        <translation>It worked. {talks}</translation>
    </message>
    <message>
        <source>Herstel&amp;code van je papier</source>
        <translation>Recovery &amp;code from your paper</translation>
    </message>
    <message>
        <source>Het laatste gesprek in de kopie is van {day}.</source>
        <translation>The latest conversation in the backup is from {day}.</translation>
    </message>
    <message>
        <source>Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Capitals, hyphens and spaces do not matter.</translation>
    </message>
    <message>
        <source>In de kopie staan nog geen gesprekken.</source>
        <translation>There are no conversations in the backup yet.</translation>
    </message>
    <message>
        <source>Kopie van {day} om {time}, op de tweede plek.</source>
        <translation>Backup of {day} at {time}, in the second place.</translation>
    </message>
    <message>
        <source>Kopie van {day} om {time}, op deze laptop.</source>
        <translation>Backup of {day} at {time}, on this laptop.</translation>
    </message>
    <message>
        <source>Laatste proef: {day}.</source>
        <translation>Last trial: {day}.</translation>
    </message>
    <message>
        <source>Op deze laptop is geen ruimte om de proef te doen. Maak ruimte vrij en doe de proef opnieuw.</source>
        <translation>There is no room on this laptop for the trial. Free some room and try again.</translation>
    </message>
    <message>
        <source>Proef &amp;doen</source>
        <translation>&amp;Do it now</translation>
    </message>
    <message>
        <source>Proef met je herstel&amp;code…</source>
        <translation>Try your recovery &amp;code…</translation>
    </message>
    <message>
        <source>Proef: komt alles terug?</source>
        <translation>Trial: does everything come back?</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Zet de nieuwste kopie op proef terug, met alleen het papier met je herstelcode. Daarna ruimt de werkbank de proef weer op. Aan je werkboek verandert niets.</source>
        <translation>Put the newest backup back as a trial, with nothing but the paper with your recovery code. Afterwards the workbench clears the trial away. Nothing in your workbook changes.</translation>
    </message>
    <message>
        <source>{count} gesprekken van die maand, het laatste op {day}.</source>
        <translation>{count} conversations of that month, the latest on {day}.</translation>
    </message>
</context>
<context>
    <name>DropField</name>
    <message>
        <source>&amp;Bestand kiezen</source>
        <translation>Choose a &amp;file</translation>
    </message>
    <message>
        <source>Sleep de werkmap hierheen, of</source>
        <translation>Drag the workbook here, or</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>&amp;Bestand kiezen</source>
        <translation>Choose a &amp;file</translation>
    </message>
    <message>
        <source>Een plaatje (PNG of SVG), een badgebestand (JSON of JWT) of een hele rugzak. De werkbank kijkt hem na op deze computer. Er gaat niets naar internet.</source>
        <translation>A picture (PNG or SVG), a badge file (JSON or JWT) or a whole backpack. The workbench checks it on this computer. Nothing goes to the internet.</translation>
    </message>
    <message>
        <source>Sleep een badge hierheen</source>
        <translation>Drag a badge here</translation>
    </message>
</context>
<context>
    <name>EarlierResponses</name>
    <message>
        <source>Eerder zei de student: {verdict}</source>
        <translation>Earlier the student said: {verdict}</translation>
    </message>
    <message>
        <source>{words} ({day})</source>
        <translation>{words} ({day})</translation>
    </message>
</context>
<context>
    <name>EnlargedPicture</name>
    <message>
        <source>Esc sluit het plaatje.</source>
        <translation>Esc closes the picture.</translation>
    </message>
</context>
<context>
    <name>EnrolmentTab</name>
    <message>
        <source>&amp;Klas, team of mentor wijzigen</source>
        <translation>Change &amp;class, team or mentor</translation>
    </message>
    <message>
        <source>&amp;Terug op school</source>
        <translation>&amp;Back at school</translation>
    </message>
    <message>
        <source>De inschrijving is gewijzigd.</source>
        <translation>The enrolment was changed.</translation>
    </message>
    <message>
        <source>Het vertrek is opgeschreven. Het dossier blijft.</source>
        <translation>The departure was written down. The file stays.</translation>
    </message>
    <message>
        <source>Terug op school, en weer in de lijsten.</source>
        <translation>Back at school, and in the lists again.</translation>
    </message>
    <message>
        <source>Van &amp;school</source>
        <translation>&amp;Left school</translation>
    </message>
    <message>
        <source>Vertrek &amp;wijzigen</source>
        <translation>Change &amp;departure</translation>
    </message>
</context>
<context>
    <name>EveningForm</name>
    <message>
        <source>Avond aanpassen</source>
        <translation>Change the evening</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Minuten per gesprek</source>
        <translation>Minutes per conversation</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ouderavond</source>
        <translation>Parents’ evening</translation>
    </message>
    <message>
        <source>Ouderavond plannen</source>
        <translation>Plan a parents’ evening</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Tot</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>&amp;Afspraken, met de tekst ervan</source>
        <translation>&amp;Agreements, with their text</translation>
    </message>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Skills</source>
        <translation>&amp;Skills</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Wie komt erin?</source>
        <translation>&amp;Who is in it?</translation>
    </message>
    <message>
        <source>Maak een werkmap voor collega&apos;s zonder werkbank. Ze lezen de matrix, vullen in wat ze zagen en werken afspraken bij.</source>
        <translation>Make a workbook for colleagues without the werkbank. They read the matrix, fill in what they saw and update agreements.</translation>
    </message>
    <message>
        <source>Naar Excel</source>
        <translation>To Excel</translation>
    </message>
    <message>
        <source>S&amp;et</source>
        <translation>S&amp;et</translation>
    </message>
    <message>
        <source>Waar&amp;nemingen: welk gedrag zagen ze?</source>
        <translation>Observatio&amp;ns: which behaviour did they see?</translation>
    </message>
    <message>
        <source>Wat mogen ze invullen?</source>
        <translation>What may they fill in?</translation>
    </message>
    <message>
        <source>Werkmap &amp;maken</source>
        <translation>&amp;Make workbook</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>studenten</source>
        <translation>students</translation>
    </message>
    <message>
        <source>teamleden</source>
        <translation>team members</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Begonnen op</source>
        <translation>Started on</translation>
    </message>
    <message>
        <source>De beheerder van je school houdt dit bij.</source>
        <translation>The administrator of your school keeps this.</translation>
    </message>
    <message>
        <source>Klaar op (verwacht)</source>
        <translation>Done on (expected)</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Leerjaar</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Leerweg</source>
        <translation>Learning pathway</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Opleiding</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Van school</source>
        <translation>Left school</translation>
    </message>
    <message>
        <source>Zo staat het nu</source>
        <translation>How it is now</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>&amp;Overslaan</source>
        <translation>&amp;Skip</translation>
    </message>
    <message>
        <source>De reservekopie is niet gelukt</source>
        <translation>The backup did not work</translation>
    </message>
    <message>
        <source>Even een reservekopie maken…</source>
        <translation>Making a backup…</translation>
    </message>
    <message>
        <source>Even opruimen…</source>
        <translation>Tidying up…</translation>
    </message>
    <message>
        <source>Kopie naar je tweede plek…</source>
        <translation>Copying to your second place…</translation>
    </message>
    <message>
        <source>Niet wachten, nu sluiten</source>
        <translation>Do not wait, close now</translation>
    </message>
    <message>
        <source>{reason} Je werk zelf is bewaard; alleen de reservekopie is er niet.</source>
        <translation>{reason} Your work itself is saved; only the backup is missing.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Vul dit nog in.</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>verplicht</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>FileReview</name>
    <message>
        <source>&amp;Overnemen</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>De woorden zijn gelijk aan versie {version}.</source>
        <translation>The words are the same as in version {version}.</translation>
    </message>
    <message>
        <source>Deze versie staat er al precies zo. Er is niets over te nemen.</source>
        <translation>This version is there already, exactly like this. There is nothing to take over.</translation>
    </message>
    <message>
        <source>Deze versie was uit gebruik. Overnemen zet haar weer terug.</source>
        <translation>This version was out of use. Taking it over brings it back.</translation>
    </message>
    <message>
        <source>Dit dossier staat er al precies zo. Er is niets over te nemen.</source>
        <translation>This dossier is there already, exactly like this. There is nothing to take over.</translation>
    </message>
    <message>
        <source>Dit is een nieuwe set. Hij komt naast de sets die jullie al hebben.</source>
        <translation>This is a new set. It comes beside the sets that you have.</translation>
    </message>
    <message>
        <source>Het komt in de plaats van wat er nu staat. Jullie routes blijven bestaan.</source>
        <translation>It replaces what is there now. Your routes stay.</translation>
    </message>
    <message>
        <source>Kwalificatiedossier {number}</source>
        <translation>Qualification dossier {number}</translation>
    </message>
    <message>
        <source>Kwalificaties in dit dossier</source>
        <translation>Qualifications in this dossier</translation>
    </message>
    <message>
        <source>Skills in deze set</source>
        <translation>Skills in this set</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Vergeleken met versie {version}: {added} erbij, {changed} veranderd, {gone} verdwenen.</source>
        <translation>Compared with version {version}: {added} added, {changed} changed, {gone} gone.</translation>
    </message>
    <message>
        <source>Was: {was}
Wordt: {becomes}</source>
        <translation>Was: {was}
Becomes: {becomes}</translation>
    </message>
    <message>
        <source>Wat er anders is</source>
        <translation>What is different</translation>
    </message>
    <message>
        <source>Wat verdwijnt, kun je in deze versie niet meer scoren. Wat al gescoord is, blijft bij de oude versie staan.</source>
        <translation>What goes can no longer be scored in this version. What was scored stays with the old version.</translation>
    </message>
    <message>
        <source>{name}, versie {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message>
        <source>{profiles} kwalificaties, {work} werkprocessen.</source>
        <translation>{profiles} qualifications, {work} work processes.</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Een Excel-bestand (.xlsx) of CSV-bestand uit je studentensysteem, of een EDEXML-bestand van een basisschool.</source>
        <translation>An Excel file (.xlsx) or CSV file from your student system, or an EDEXML file of a primary school.</translation>
    </message>
    <message>
        <source>Het studentnummer en de naam. Klas, opleiding, geboortedatum en mentor maken je werkboek meteen bruikbaar.</source>
        <translation>The student number and the name. Class, programme, date of birth and mentor make your workbook useful straight away.</translation>
    </message>
    <message>
        <source>Je ziet eerst wat er gebeurt. Pas met de knop Inlezen verandert er iets, en er wordt nooit een student verwijderd.</source>
        <translation>You first see what will happen. Nothing changes until you press Import, and no student is ever deleted.</translation>
    </message>
    <message>
        <source>Kan er iets misgaan?</source>
        <translation>Can anything go wrong?</translation>
    </message>
    <message>
        <source>Studentenlijst (*.xlsx *.csv *.txt *.tsv *.xml);;Alle bestanden (*)</source>
        <translation>Student list (*.xlsx *.csv *.txt *.tsv *.xml);;All files (*)</translation>
    </message>
    <message>
        <source>Studentenlijst kiezen</source>
        <translation>Choose student list</translation>
    </message>
    <message>
        <source>Wat moet erin staan?</source>
        <translation>What should it hold?</translation>
    </message>
    <message>
        <source>Welk soort bestand?</source>
        <translation>What kind of file?</translation>
    </message>
</context>
<context>
    <name>FirstScreen</name>
    <message>
        <source>&amp;Ander werkboek…</source>
        <translation>&amp;Another workbook…</translation>
    </message>
    <message>
        <source>&amp;Reservekopie terugzetten</source>
        <translation>&amp;Restore backup</translation>
    </message>
    <message>
        <source>Alle namen en verhalen zijn verzonnen. Je kunt er niets stukmaken.</source>
        <translation>All names and stories are made up. You cannot break anything.</translation>
    </message>
    <message>
        <source>Begin hier. In vijf minuten staat je eigen werkboek klaar.</source>
        <translation>Start here. In five minutes your own workbook is ready.</translation>
    </message>
    <message>
        <source>Deze map hoort bij {service}. Zo&apos;n dienst kan je werk beschadigen terwijl je schrijft. Zet het werkboek liever in een gewone map.</source>
        <translation>This folder belongs to {service}. A service like that can damage your work while you write. Better put the workbook in an ordinary folder.</translation>
    </message>
    <message>
        <source>Een werkboek is op slot. Het opent met jouw wachtwoordzin of herstelcode.</source>
        <translation>A workbook is locked. It opens with your passphrase or recovery code.</translation>
    </message>
    <message>
        <source>Een werkboek is op slot. Wie met jouw account op deze computer zit, opent het ook.</source>
        <translation>A workbook is locked. Whoever uses your account on this computer can open it too.</translation>
    </message>
    <message>
        <source>Goede loopbaangesprekken, veilig op jouw laptop.</source>
        <translation>Good career talks, safe on your own laptop.</translation>
    </message>
    <message>
        <source>In de map ‘{name}’ staat geen werkboek. Kies een andere map.</source>
        <translation>There is no workbook in the folder ‘{name}’. Choose another folder.</translation>
    </message>
    <message>
        <source>Je hebt al een werkboek op deze laptop of op een stick.</source>
        <translation>You already have a workbook on this laptop or on a stick.</translation>
    </message>
    <message>
        <source>Je school heeft een eigen server en jij hebt een inlognaam.</source>
        <translation>Your school has a server of its own and you have a login name.</translation>
    </message>
    <message>
        <source>Map van je werkboek</source>
        <translation>Folder of your workbook</translation>
    </message>
    <message>
        <source>Nieuw werkboek</source>
        <translation>New workbook</translation>
    </message>
    <message>
        <source>Rondkijken in de voorbeeldschool</source>
        <translation>Look around the example school</translation>
    </message>
    <message>
        <source>Verbinden met school</source>
        <translation>Connect to school</translation>
    </message>
    <message>
        <source>Werkboek openen</source>
        <translation>Open workbook</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Bestand bewaren</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>Gemaakt op {made}, geldig tot en met {until}</source>
        <translation>Made on {made}, valid up to {until}</translation>
    </message>
    <message>
        <source>Nog eens bewaren</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>Versie {version}, kenmerk {mark}</source>
        <translation>Version {version}, mark {mark}</translation>
    </message>
    <message>
        <source>ingelezen</source>
        <translation>read in</translation>
    </message>
    <message>
        <source>staat uit</source>
        <translation>is out</translation>
    </message>
    <message>
        <source>verlopen</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>vervangen</source>
        <translation>replaced</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Bereidt de student zich thuis voor? Stuur een formulier. Wat daarin staat wordt de stem van de student.</source>
        <translation>Does the student prepare at home? Send a form. What it says becomes the voice of the student.</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Let op: dit bestand is niet versleuteld.</source>
        <translation>Saved as {name}. Mind: this file is not encrypted.</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Stuur dit bestand zelf, via de mail van school.</source>
        <translation>Saved as {name}. Send this file yourself, by the school&apos;s mail.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?</source>
        <translation>Saving did not work. Is there room, and may you write in that place?</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven? Kies bij het formulier ‘Nog eens bewaren’.</source>
        <translation>Saving did not work. Is there room, and may you write in that place? Choose ‘Save again’ at the form.</translation>
    </message>
    <message>
        <source>Formulier</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Formulier &amp;maken</source>
        <translation>&amp;Make a form</translation>
    </message>
    <message>
        <source>Formulier bewaren</source>
        <translation>Save form</translation>
    </message>
    <message>
        <source>Formulier gesprek</source>
        <translation>Form for a talk</translation>
    </message>
    <message>
        <source>Formulier in&amp;lezen</source>
        <translation>&amp;Read in a form</translation>
    </message>
    <message>
        <source>Formulier voor de student</source>
        <translation>Form for the student</translation>
    </message>
    <message>
        <source>Formulier voor het bedrijf</source>
        <translation>Form for the company</translation>
    </message>
    <message>
        <source>Iemand anders was je net voor. Kijk wat er nu staat, en lees het formulier zo nodig opnieuw in.</source>
        <translation>Somebody else was just before you. See what stands there now, and read the form in again if needed.</translation>
    </message>
    <message>
        <source>Ingevuld formulier kiezen</source>
        <translation>Choose the filled-in form</translation>
    </message>
    <message>
        <source>Overgenomen. Het bestand zelf is bij het gesprek bewaard.</source>
        <translation>Taken over. The file itself is kept with the talk.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Zit de praktijkopleider niet bij jou aan tafel? Stuur een formulier. Wat daarin staat wordt de stem van het bedrijf.</source>
        <translation>Is the trainer not at the table with you? Send a form. What it says becomes the voice of the company.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Dat is ongedaan gemaakt.</source>
        <translation>That has been undone.</translation>
    </message>
    <message>
        <source>Hier is nog niets voor jouw rol</source>
        <translation>Nothing here for your role yet</translation>
    </message>
    <message>
        <source>Je kunt je rol aanpassen als je een nieuw werkboek maakt.</source>
        <translation>You can change your role when you make a new workbook.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>GiveCard</name>
    <message>
        <source>Concept bewaard {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Concept nog niet bewaard; de werkbank probeert het opnieuw</source>
        <translation>Draft not saved yet; the workbench is trying again</translation>
    </message>
    <message>
        <source>Gemaakt uit het dossier. Lees na, kort in en vul aan.</source>
        <translation>Made from the dossier. Check it, shorten it and add to it.</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>In eigen woorden. Vul het samen in, of laat het leeg.</source>
        <translation>In their own words. Fill it in together, or leave it empty.</translation>
    </message>
    <message>
        <source>Je hebt geen studenten om over te dragen.</source>
        <translation>You have no students to hand over.</translation>
    </message>
    <message>
        <source>Kies een collega</source>
        <translation>Choose a colleague</translation>
    </message>
    <message>
        <source>Kies minstens één student.</source>
        <translation>Choose at least one student.</translation>
    </message>
    <message>
        <source>Naar wie?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Overdracht van {name}</source>
        <translation>Handover of {name}</translation>
    </message>
    <message>
        <source>Overdracht van {name}.pdf</source>
        <translation>Handover of {name}.pdf</translation>
    </message>
    <message>
        <source>Studenten overdragen</source>
        <translation>Hand students over</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Voorgesteld: {name}. De student blijft van jou tot je collega ja zegt.</source>
        <translation>Proposed: {name}. The student stays yours until your colleague says yes.</translation>
    </message>
    <message>
        <source>Voorstellen</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>Wat moet je collega weten?</source>
        <translation>What must your colleague know?</translation>
    </message>
    <message>
        <source>Wat wil de student zelf meegeven?</source>
        <translation>What does the student want to add?</translation>
    </message>
    <message>
        <source>Welke studenten?</source>
        <translation>Which students?</translation>
    </message>
    <message>
        <source>alle groepen</source>
        <translation>all groups</translation>
    </message>
    <message>
        <source>{count} studenten voorgesteld. Ze blijven van jou tot je collega ja zegt.</source>
        <translation>{count} students proposed. They stay yours until your colleague says yes.</translation>
    </message>
    <message>
        <source>{name} ({count} studenten)</source>
        <translation>{name} ({count} students)</translation>
    </message>
    <message>
        <source>{name} ({number} van {count})</source>
        <translation>{name} ({number} of {count})</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>Afspraak gehaald.</source>
        <translation>Agreement reached.</translation>
    </message>
    <message>
        <source>Afspraak gestopt.</source>
        <translation>Agreement stopped.</translation>
    </message>
    <message>
        <source>De afspraak loopt weer.</source>
        <translation>The agreement runs again.</translation>
    </message>
    <message>
        <source>Deze afspraak is net ergens anders gewijzigd. Zo staat hij er nu.</source>
        <translation>This agreement was just changed elsewhere. This is how it stands now.</translation>
    </message>
    <message>
        <source>Gehaald</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Wat er is afgesproken, lees je op de pagina van deze student.</source>
        <translation>What was agreed is on the page of this student.</translation>
    </message>
    <message>
        <source>Weer openen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Wie helpt: {who}</source>
        <translation>Who helps: {who}</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>nu niveau {now}, {aim}</source>
        <translation>now level {now}, {aim}</translation>
    </message>
    <message>
        <source>{skill}: {state}.</source>
        <translation>{skill}: {state}.</translation>
    </message>
</context>
<context>
    <name>GoalForm</name>
    <message>
        <source>Afspraak vast&amp;leggen</source>
        <translation>&amp;Record agreement</translation>
    </message>
    <message>
        <source>Afspraak vastleggen</source>
        <translation>Record agreement</translation>
    </message>
    <message>
        <source>Afspraak wijzigen</source>
        <translation>Change agreement</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: elke week één overleg voorzitten, en na afloop vragen hoe het ging.</source>
        <translation>For example: chair one meeting each week, and ask afterwards how it went.</translation>
    </message>
    <message>
        <source>Concept bewaard om {time}</source>
        <translation>Draft saved at {time}</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft thrown away.</translation>
    </message>
    <message>
        <source>Concept weggooien</source>
        <translation>Throw draft away</translation>
    </message>
    <message>
        <source>De afspraak is vastgelegd.</source>
        <translation>The agreement is recorded.</translation>
    </message>
    <message>
        <source>Een naam of een rol</source>
        <translation>A name or a role</translation>
    </message>
    <message>
        <source>Hoe kom je er?</source>
        <translation>How do you get there?</translation>
    </message>
    <message>
        <source>Later verder</source>
        <translation>Continue later</translation>
    </message>
    <message>
        <source>Naar welk niveau</source>
        <translation>To which level</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New agreement</translation>
    </message>
    <message>
        <source>Nog niet bewaard. De werkbank probeert het opnieuw.</source>
        <translation>Not saved yet. The workbench is trying again.</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Vastleggen (Ctrl+Enter)</source>
        <translation>Record (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Waar wil je heen?</source>
        <translation>Where do you want to go?</translation>
    </message>
    <message>
        <source>Wat gebeurt er?</source>
        <translation>What happens?</translation>
    </message>
    <message>
        <source>Wie helpt?</source>
        <translation>Who helps?</translation>
    </message>
    <message>
        <source>{skill} · nu niveau {level}</source>
        <translation>{skill} · now level {level}</translation>
    </message>
    <message>
        <source>{team} (hele team)</source>
        <translation>{team} (whole team)</translation>
    </message>
</context>
<context>
    <name>GoalPapers</name>
    <message>
        <source>Afspraken life skills {day}.pdf</source>
        <translation>Agreements life skills {day}.pdf</translation>
    </message>
    <message>
        <source>Afspraken van {name}</source>
        <translation>Agreements of {name}</translation>
    </message>
</context>
<context>
    <name>GoalSection</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft thrown away.</translation>
    </message>
    <message>
        <source>Er is nog geen afspraak over een skill.</source>
        <translation>There is no agreement on a skill yet.</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New agreement</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Afspraak</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>naar niveau {level}</source>
        <translation>to level {level}</translation>
    </message>
    <message>
        <source>te laat</source>
        <translation>late</translation>
    </message>
    <message>
        <source>{late}, loopt vast</source>
        <translation>{late}, stuck</translation>
    </message>
</context>
<context>
    <name>GoalsView</name>
    <message>
        <source>Afspraken over life skills</source>
        <translation>Agreements on life skills</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft thrown away.</translation>
    </message>
    <message>
        <source>Geen afspraak past bij deze keuze.</source>
        <translation>No agreement fits this choice.</translation>
    </message>
    <message>
        <source>In het schooljaar: 1 gepland, 2 bezig, 3 gelukt, 4 loopt vast. Enter opent.</source>
        <translation>In the school year: 1 planned, 2 going on, 3 done, 4 stuck. Enter opens.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New agreement</translation>
    </message>
    <message>
        <source>Nog geen afspraken</source>
        <translation>No agreements yet</translation>
    </message>
    <message>
        <source>Schooljaar</source>
        <translation>School year</translation>
    </message>
    <message>
        <source>Spreek af naar welk niveau iemand groeit, wat er gebeurt en in welke periode. Hier zie je dan hoe het loopt.</source>
        <translation>Agree to which level somebody grows, what happens and in which period. Here you then see how it goes.</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>GoingOut</name>
    <message>
        <source> Een code waarmee het mailadres te herkennen is, niet het adres zelf.</source>
        <translation> A code by which the e-mail address can be recognised, not the address itself.</translation>
    </message>
    <message>
        <source>Alleen wat je aanvinkt, gaat mee. Ook wie de badge later krijgt, leest het.</source>
        <translation>Only what you tick goes along. Whoever gets the badge later reads it too.</translation>
    </message>
    <message>
        <source>Als wat en wanneer iemand het gedrag bevestigde</source>
        <translation>As what and when somebody confirmed the behaviour</translation>
    </message>
    <message>
        <source>De eigenaar weet wat erin staat en vindt dit goed</source>
        <translation>The owner knows what is in it and agrees</translation>
    </message>
    <message>
        <source>De naam, de naam van de school, de skill met het niveau en de vijf gedragingen. Is er een mailadres, dan staat er een code in waarmee dat adres te herkennen is, en niet het adres zelf. Geen studentnummer en geen geboortedatum.</source>
        <translation>The name, the name of the school, the skill with its level and the five behaviours. If there is an e-mail address, there is a code by which that address can be recognised, and not the address itself. No student number and no date of birth.</translation>
    </message>
    <message>
        <source>Dit gaat mee de deur uit</source>
        <translation>This leaves the house</translation>
    </message>
    <message>
        <source>Er is geen bewijs om mee te geven.</source>
        <translation>There is no evidence to give along.</translation>
    </message>
    <message>
        <source>Geldig tot en met</source>
        <translation>Valid until (inclusive)</translation>
    </message>
    <message>
        <source>Laat de eigenaar eerst zien wat er in de badge staat, en vink het dan aan.</source>
        <translation>First show the owner what is in the badge, and then tick this.</translation>
    </message>
    <message>
        <source>Leeg: de badge blijft geldig.</source>
        <translation>Empty: the badge stays valid.</translation>
    </message>
    <message>
        <source>Niets. Kies één badge als je er bewijs uit het dossier bij wilt doen.</source>
        <translation>Nothing. Choose one badge if you want to add evidence from the file.</translation>
    </message>
    <message>
        <source>Woorden uit het dossier</source>
        <translation>Words from the file</translation>
    </message>
    <message>
        <source>{name}, de naam van de school, {skill} niveau {level} en dit gedrag:</source>
        <translation>{name}, the name of the school, {skill} level {level} and this behaviour:</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>1 gesprek gepland.</source>
        <translation>1 talk planned.</translation>
    </message>
    <message>
        <source>Als sta&amp;ven</source>
        <translation>As &amp;bars</translation>
    </message>
    <message>
        <source>Als ta&amp;bel</source>
        <translation>As ta&amp;ble</translation>
    </message>
    <message>
        <source>Gesprekken inplannen</source>
        <translation>Planning talks</translation>
    </message>
    <message>
        <source>Lijst met gesprekken</source>
        <translation>List of talks</translation>
    </message>
    <message>
        <source>Niveaus van iedereen samen</source>
        <translation>Levels of everybody together</translation>
    </message>
    <message>
        <source>{count} gesprekken gepland.</source>
        <translation>{count} talks planned.</translation>
    </message>
</context>
<context>
    <name>Growth</name>
    <message>
        <source>1 student</source>
        <translation>1 student</translation>
    </message>
    <message>
        <source>1 teamlid</source>
        <translation>1 team member</translation>
    </message>
    <message>
        <source>Alle skills staan nog op niveau 0.</source>
        <translation>All skills are still at level 0.</translation>
    </message>
    <message>
        <source>Begin schooljaar: {day}</source>
        <translation>Start of school year: {day}</translation>
    </message>
    <message>
        <source>Er is nog geen gesprek. Je ziet nu het begin van het schooljaar.</source>
        <translation>There has been no talk yet. You now see the start of the school year.</translation>
    </message>
    <message>
        <source>Erbij</source>
        <translation>Gained</translation>
    </message>
    <message>
        <source>Gemiddeld</source>
        <translation>Average</translation>
    </message>
    <message>
        <source>Hoeveel op elk niveau</source>
        <translation>How many at each level</translation>
    </message>
    <message>
        <source>Laatste gesprek: {day}</source>
        <translation>Last talk: {day}</translation>
    </message>
    <message>
        <source>Niveau {level}</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Nu: {day}</source>
        <translation>Now: {day}</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Toen</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Toen: {day}</source>
        <translation>Then: {day}</translation>
    </message>
    <message>
        <source>toen</source>
        <translation>then</translation>
    </message>
    <message>
        <source>{count} studenten samen</source>
        <translation>{count} students together</translation>
    </message>
    <message>
        <source>{count} teamleden samen</source>
        <translation>{count} team members together</translation>
    </message>
    <message>
        <source>{skill}: gemiddeld {now}, toen {then}</source>
        <translation>{skill}: {now} on average, {then} then</translation>
    </message>
    <message>
        <source>{skill}: van {then} naar {now}</source>
        <translation>{skill}: from {then} to {now}</translation>
    </message>
</context>
<context>
    <name>GrowthPapers</name>
    <message>
        <source>Groei</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>Groei van {name}</source>
        <translation>Growth of {name}</translation>
    </message>
    <message>
        <source>Life skills samen</source>
        <translation>Life skills together</translation>
    </message>
</context>
<context>
    <name>GrowthSection</name>
    <message>
        <source>1 gedrag erbij laten zien.</source>
        <translation>Showed 1 more behaviour.</translation>
    </message>
    <message>
        <source>Dit groeide het meest sinds {day}:</source>
        <translation>This grew most since {day}:</translation>
    </message>
    <message>
        <source>Er kwam nog geen niveau bij sinds {day}.</source>
        <translation>No level gained yet since {day}.</translation>
    </message>
    <message>
        <source>Groei</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Radar van {name}</source>
        <translation>Radar of {name}</translation>
    </message>
    <message>
        <source>{count} gedragingen erbij laten zien.</source>
        <translation>Showed {count} more behaviours.</translation>
    </message>
</context>
<context>
    <name>GrowthView</name>
    <message>
        <source>Andere dag</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>Begin schooljaar</source>
        <translation>Start of school year</translation>
    </message>
    <message>
        <source>Er staat niemand in deze keuze. Kies hierboven een andere klas of een team.</source>
        <translation>There is nobody in this choice. Choose another class or a team above.</translation>
    </message>
    <message>
        <source>Groei op papier</source>
        <translation>Growth on paper</translation>
    </message>
    <message>
        <source>Hier zie je wie er groeit</source>
        <translation>Here you see who is growing</translation>
    </message>
    <message>
        <source>Laatste gesprek</source>
        <translation>Last talk</translation>
    </message>
    <message>
        <source>Op &amp;papier</source>
        <translation>On &amp;paper</translation>
    </message>
    <message>
        <source>Op papier (Ctrl+P)</source>
        <translation>On paper (Ctrl+P)</translation>
    </message>
    <message>
        <source>Vergelijk met</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Vergelijk met deze dag</source>
        <translation>Compare with this day</translation>
    </message>
</context>
<context>
    <name>GuardianForm</name>
    <message>
        <source>Bewaard.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>De student gaf toestemming op</source>
        <translation>The student gave consent on</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Gegevens wijzigen</source>
        <translation>Change details</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ouder of verzorger</source>
        <translation>Parent or guardian</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Vanaf 18 jaar nodig. Leeg: geen toestemming.</source>
        <translation>Needed from the age of 18. Empty: no consent.</translation>
    </message>
    <message>
        <source>Wie is dit voor de student?</source>
        <translation>Who is this to the student?</translation>
    </message>
</context>
<context>
    <name>GuardianRow</name>
    <message>
        <source>Hoort er niet meer bij</source>
        <translation>No longer applies</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>gold tot en met {day}</source>
        <translation>held up to and including {day}</translation>
    </message>
    <message>
        <source>toestemming gegeven op {day}</source>
        <translation>consent given on {day}</translation>
    </message>
</context>
<context>
    <name>GuestList</name>
    <message>
        <source>Je hebt nog geen eigen studenten.</source>
        <translation>You have no students of your own yet.</translation>
    </message>
</context>
<context>
    <name>GuestRow</name>
    <message>
        <source>Nodig {name} zelf uit</source>
        <translation>Invite {name} in person</translation>
    </message>
    <message>
        <source>Tijd van {name}</source>
        <translation>Time of {name}</translation>
    </message>
    <message>
        <source>geen tijd</source>
        <translation>no time</translation>
    </message>
    <message>
        <source>leeftijd onbekend</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <source>{age} jaar</source>
        <translation>{age} years old</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Een student gaat naar een andere begeleider. Tot je collega ja zegt, blijft de student van jou.</source>
        <translation>A student goes to another counsellor. Until your colleague says yes, the student stays yours.</translation>
    </message>
    <message>
        <source>Er loopt geen overdracht</source>
        <translation>No handover is going on</translation>
    </message>
    <message>
        <source>Gaat een student of een groep naar een collega? De werkbank maakt een samenvatting van de laatste gesprekken en de open afspraken. Jij vult aan, de student ook, en je collega bevestigt.</source>
        <translation>Does a student or a group go to a colleague? The workbench makes a summary of the last conversations and the open agreements. You add to it, so does the student, and your colleague confirms.</translation>
    </message>
    <message>
        <source>Je collega heeft ja gezegd. De student staat daarna niet meer bij jou in de lijst.</source>
        <translation>Your colleague said yes. After this the student is no longer in your list.</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Overdragen</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Studenten overdragen</source>
        <translation>Hand students over</translation>
    </message>
    <message>
        <source>{name} blijft bij jou.</source>
        <translation>{name} stays with you.</translation>
    </message>
    <message>
        <source>{name} blijft bij {giver}.</source>
        <translation>{name} stays with {giver}.</translation>
    </message>
    <message>
        <source>{name} is nu jouw student.</source>
        <translation>{name} is your student now.</translation>
    </message>
    <message>
        <source>{name} is nu van {receiver}.</source>
        <translation>{name} is now with {receiver}.</translation>
    </message>
    <message>
        <source>{name} overdragen aan {receiver}?</source>
        <translation>Hand {name} over to {receiver}?</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Deze pagina</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Uitleg sluiten (Esc)</source>
        <translation>Close help (Esc)</translation>
    </message>
    <message>
        <source>Wat je leest</source>
        <translation>What you read</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Begrepe&amp;n</source>
        <translation>U&amp;nderstood</translation>
    </message>
    <message>
        <source>Deze tip niet meer tonen (Alt+N)</source>
        <translation>Do not show this tip again (Alt+N)</translation>
    </message>
    <message>
        <source>Tip: {text}</source>
        <translation>Tip: {text}</translation>
    </message>
</context>
<context>
    <name>HintsSection</name>
    <message>
        <source>Je hebt 1 tip weggezet.</source>
        <translation>You put away 1 tip.</translation>
    </message>
    <message>
        <source>Je hebt {count} tips weggezet.</source>
        <translation>You put away {count} tips.</translation>
    </message>
    <message>
        <source>Je ziet de tips weer, elk op zijn eigen pagina.</source>
        <translation>You see the tips again, each on its own page.</translation>
    </message>
    <message>
        <source>Op sommige pagina’s staat een tip. Met ‘Begrepen’ zet je hem voorgoed weg.</source>
        <translation>Some pages have a tip. ‘Understood’ puts it away for good.</translation>
    </message>
    <message>
        <source>Tips weer tonen</source>
        <translation>Show tips again</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Nog niets. Een andere klas, een andere mentor of een vertrek staat straks hier.</source>
        <translation>Nothing yet. Another class, another mentor or a departure will stand here.</translation>
    </message>
    <message>
        <source>Wat er veranderde</source>
        <translation>What changed</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>Hoe het liep</source>
        <translation>How it went</translation>
    </message>
</context>
<context>
    <name>HoldStep</name>
    <message>
        <source>Begin bij iets wat {name} echt heeft meegemaakt.</source>
        <translation>Start with something {name} really went through.</translation>
    </message>
    <message>
        <source>Begonnen om {time}</source>
        <translation>Started at {time}</translation>
    </message>
    <message>
        <source>Begonnen om {time}, 1 minuut bezig</source>
        <translation>Started at {time}, 1 minute so far</translation>
    </message>
    <message>
        <source>Begonnen om {time}, {minutes} minuten bezig</source>
        <translation>Started at {time}, {minutes} minutes so far</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Je mag je laptop nu dichtklappen. Op de gesprekskaart staat alles wat je nodig hebt.</source>
        <translation>You may close your laptop now. The talk card has everything you need.</translation>
    </message>
    <message>
        <source>Vorige keer afgesproken: hoe staat het ermee?</source>
        <translation>Agreed last time: how is it going?</translation>
    </message>
    <message>
        <source>{what} ({who})</source>
        <translation>{what} ({who})</translation>
    </message>
    <message>
        <source>{what} ({who}, uiterlijk {day})</source>
        <translation>{what} ({who}, by {day})</translation>
    </message>
</context>
<context>
    <name>HolidaysPage</name>
    <message>
        <source>&amp;Overnemen</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>&amp;Toevoegen</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Weghalen</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>1 vakantie overgenomen.</source>
        <translation>1 holiday taken over.</translation>
    </message>
    <message>
        <source>Agendabestand &amp;inlezen</source>
        <translation>Read a cale&amp;ndar file</translation>
    </message>
    <message>
        <source>Agendabestand (*.ics);;Alles (*)</source>
        <translation>Calendar file (*.ics);;Everything (*)</translation>
    </message>
    <message>
        <source>Agendabestand kiezen</source>
        <translation>Choose a calendar file</translation>
    </message>
    <message>
        <source>Alles stond er al. Er is niets over te nemen.</source>
        <translation>Everything was there already. There is nothing to take over.</translation>
    </message>
    <message>
        <source>Dit staat in het bestand</source>
        <translation>This is in the file</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Er staan geen hele dagen in dit bestand.</source>
        <translation>There are no whole days in this file.</translation>
    </message>
    <message>
        <source>Herfstvakantie</source>
        <translation>Autumn break</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Leeg: alleen die ene dag.</source>
        <translation>Empty: that one day only.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nog geen vakanties. Voeg ze toe, of lees het agendabestand van je school in.</source>
        <translation>No holidays yet. Add them, or read your school&apos;s calendar file.</translation>
    </message>
    <message>
        <source>Op deze dagen plant je school geen gesprekken. De agenda laat ze zien.</source>
        <translation>On these days your school plans no talks. The agenda shows them.</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Vakanties</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>Vakanties en vrije dagen</source>
        <translation>Holidays and days off</translation>
    </message>
    <message>
        <source>Wat er in het bestand staat</source>
        <translation>What is in the file</translation>
    </message>
    <message>
        <source>Wat gebeurt er?</source>
        <translation>What happens?</translation>
    </message>
    <message>
        <source>Zelf toevoegen</source>
        <translation>Add one yourself</translation>
    </message>
    <message>
        <source>komt erbij</source>
        <translation>is added</translation>
    </message>
    <message>
        <source>krijgt deze dagen</source>
        <translation>gets these days</translation>
    </message>
    <message>
        <source>staat er al</source>
        <translation>is there already</translation>
    </message>
    <message>
        <source>{count} vakanties overgenomen.</source>
        <translation>{count} holidays taken over.</translation>
    </message>
    <message>
        <source>{name} is toegevoegd.</source>
        <translation>{name} is added.</translation>
    </message>
    <message>
        <source>{name} is weggehaald.</source>
        <translation>{name} is removed.</translation>
    </message>
</context>
<context>
    <name>HomeCard</name>
    <message>
        <source>De leeftijd van {name} is niet bekend. Vraag eerst of je naar huis mag bellen.</source>
        <translation>The age of {name} is not known. Ask first whether you may call home.</translation>
    </message>
    <message>
        <source>Dit geldt vanaf nu niet meer.</source>
        <translation>This no longer holds from now on.</translation>
    </message>
    <message>
        <source>Er staat nog niemand van thuis.</source>
        <translation>There is nobody from home yet.</translation>
    </message>
    <message>
        <source>Ouder of verzorger toevoegen</source>
        <translation>Add a parent or guardian</translation>
    </message>
    <message>
        <source>Thuis</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>{name} is {age} en beslist op veel punten zelf. Overleg samen wat je thuis vertelt.</source>
        <translation>{name} is {age} and decides on many matters. Agree together on what you tell at home.</translation>
    </message>
    <message>
        <source>{name} is {age} en beslist zelf. Vertel thuis alleen iets als {name} dat goedvindt.</source>
        <translation>{name} is {age} and decides alone. Tell something at home only if {name} agrees.</translation>
    </message>
    <message>
        <source>{name} is {age}: ouders kijken mee en tekenen mee.</source>
        <translation>{name} is {age}: parents see everything and sign along.</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Een waarneming van een collega telt pas als een tweede persoon haar in de werkbank bevestigt. Een niveau kan niemand in Excel veranderen.</source>
        <translation>A colleague’s observation counts when a second person confirms it in the werkbank. Nobody can change a level in Excel.</translation>
    </message>
    <message>
        <source>Excel-werkmap (*.xlsx);;Alle bestanden (*)</source>
        <translation>Excel workbook (*.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>Ingevulde werkmap kiezen</source>
        <translation>Choose the workbook that was filled in</translation>
    </message>
    <message>
        <source>Kwam een werkmap ingevuld terug? Je ziet eerst wat er anders is. Pas met ‘Overnemen’ verandert er iets.</source>
        <translation>Did a workbook come back? You see first what is different. Only with ‘Take over’ something changes.</translation>
    </message>
    <message>
        <source>Terug uit Excel</source>
        <translation>Back from Excel</translation>
    </message>
</context>
<context>
    <name>IncomingCard</name>
    <message>
        <source>In eigen woorden van de student</source>
        <translation>In the student’s own words</translation>
    </message>
    <message>
        <source>Je collega leest dit.</source>
        <translation>Your colleague reads this.</translation>
    </message>
    <message>
        <source>Laten weten</source>
        <translation>Let them know</translation>
    </message>
    <message>
        <source>Niet overnemen</source>
        <translation>Do not take over</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Samenvatting lezen</source>
        <translation>Read the summary</translation>
    </message>
    <message>
        <source>Samenvatting van {name} lezen</source>
        <translation>Read the summary of {name}</translation>
    </message>
    <message>
        <source>Waarom niet?</source>
        <translation>Why not?</translation>
    </message>
    <message>
        <source>geen groep</source>
        <translation>no group</translation>
    </message>
    <message>
        <source>{group} · van {giver} · sinds {day}</source>
        <translation>{group} · from {giver} · since {day}</translation>
    </message>
    <message>
        <source>{name} niet overnemen</source>
        <translation>Do not take {name} over</translation>
    </message>
    <message>
        <source>{name} overnemen</source>
        <translation>Take {name} over</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>1 badge uitgereikt.</source>
        <translation>1 badge issued.</translation>
    </message>
    <message>
        <source>De badges worden ondertekend</source>
        <translation>The badges are being signed</translation>
    </message>
    <message>
        <source>Er is nog geen sleutel om badges mee te ondertekenen. Maak er eerst een.</source>
        <translation>There is no key yet to sign badges with. Make one first.</translation>
    </message>
    <message>
        <source>Er is nog geen sleutel om badges mee te ondertekenen. Vraag de functioneel beheerder om er een te maken.</source>
        <translation>There is no key yet to sign badges with. Ask the administrator to make one.</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Klaar voor een badge: {count} van {all} gekozen</source>
        <translation>Ready for a badge: {count} of {all} chosen</translation>
    </message>
    <message>
        <source>Niemand</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Niemand heeft een niveau bereikt waar nog geen badge voor is. Een niveau is bereikt als iemand anders alle vijf gedragingen heeft bevestigd.</source>
        <translation>Nobody reached a level without a badge for it. A level is reached when somebody else has confirmed all five behaviours.</translation>
    </message>
    <message>
        <source>Overgeslagen, want er was al een badge: {count}.</source>
        <translation>Skipped, since there was a badge already: {count}.</translation>
    </message>
    <message>
        <source>Sleutel &amp;maken</source>
        <translation>&amp;Make key</translation>
    </message>
    <message>
        <source>Zoek op naam, groep of skill</source>
        <translation>Search by name, group or skill</translation>
    </message>
    <message>
        <source>Zoek wie klaar is voor een badge</source>
        <translation>Search who is ready for a badge</translation>
    </message>
    <message>
        <source>{count} badges uitgereikt.</source>
        <translation>{count} badges issued.</translation>
    </message>
    <message>
        <source>{name} · {group} · {skill}, niveau {level}</source>
        <translation>{name} · {group} · {skill}, level {level}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>De route is uit gebruik.</source>
        <translation>The route is out of use.</translation>
    </message>
    <message>
        <source>De route is weer in gebruik.</source>
        <translation>The route is in use again.</translation>
    </message>
    <message>
        <source>De set is uit gebruik. Wat erin gescoord is, blijft staan.</source>
        <translation>The set is out of use. What was scored in it stays.</translation>
    </message>
    <message>
        <source>De set is weer in gebruik.</source>
        <translation>The set is in use again.</translation>
    </message>
    <message>
        <source>Het kwalificatiedossier is uit gebruik. Jullie routes blijven bestaan.</source>
        <translation>The qualification dossier is out of use. Your routes stay.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>De nieuwe sleutel ondertekent voortaan. De oude blijft bekend: badges die ermee ondertekend zijn, blijven geldig.</source>
        <translation>The new key signs from now on. The old one stays known: badges signed with it stay valid.</translation>
    </message>
    <message>
        <source>De sleutel is gemaakt en ondertekent vanaf nu.</source>
        <translation>The key was made and signs from now on.</translation>
    </message>
    <message>
        <source>De sleutel ondertekent de badges van jouw school.</source>
        <translation>The key signs the badges of your school.</translation>
    </message>
    <message>
        <source>De twee zinnen zijn niet gelijk.</source>
        <translation>The two phrases are not the same.</translation>
    </message>
    <message>
        <source>Mag leeg blijven. Met een adres weten anderen zeker dat de badge van jullie is.</source>
        <translation>May stay empty. With an address others know for sure that the badge is yours.</translation>
    </message>
    <message>
        <source>Nog een keer dezelfde zin</source>
        <translation>The same phrase once more</translation>
    </message>
    <message>
        <source>Sleutel &amp;maken</source>
        <translation>&amp;Make key</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Vier of meer losse woorden. Wie badges uitreikt, heeft deze zin nodig. De server kent hem niet: raak je hem kwijt, maak dan een nieuwe sleutel.</source>
        <translation>Four or more separate words. Whoever issues badges needs this phrase. The server does not know it: if you lose it, make a new key.</translation>
    </message>
    <message>
        <source>Wachtwoordzin voor deze sleutel</source>
        <translation>Passphrase for this key</translation>
    </message>
    <message>
        <source>Webadres waar je school over haar badges vertelt</source>
        <translation>Web address where your school tells about its badges</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Spatie</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>letter</translation>
    </message>
    <message>
        <source>min</source>
        <translation>minus</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>&amp;Kopieer sleutel</source>
        <translation>&amp;Copy key</translation>
    </message>
    <message>
        <source>&amp;Lijst van ingetrokken badges</source>
        <translation>&amp;List of revoked badges</translation>
    </message>
    <message>
        <source>&amp;Nieuwe sleutel</source>
        <translation>&amp;New key</translation>
    </message>
    <message>
        <source>Bestand (*.json)</source>
        <translation>File (*.json)</translation>
    </message>
    <message>
        <source>Bestand voor de &amp;website</source>
        <translation>File for the &amp;web site</translation>
    </message>
    <message>
        <source>Deze sleutel intrekken?</source>
        <translation>Revoke this key?</translation>
    </message>
    <message>
        <source>Deze sleutel ondertekent nieuwe badges.</source>
        <translation>This key signs new badges.</translation>
    </message>
    <message>
        <source>Doe dit als iemand anders de sleutel kan hebben. Alle badges met deze sleutel tellen dan niet meer, ook die van eerder: wie de sleutel heeft, kan een oude datum zetten. De sleutel wordt vernietigd. Maak daarna een nieuwe en reik de badges opnieuw uit.</source>
        <translation>Do this if somebody else may have the key. All badges with this key then no longer count, nor those of before: whoever has the key can set an old date. The key is destroyed. Then make a new one and issue the badges again.</translation>
    </message>
    <message>
        <source>Er is nog geen sleutel. Met een sleutel onderteken je badges: iedereen kan dan nagaan dat ze van jouw school komen en dat er niets aan veranderd is.</source>
        <translation>There is no key yet. You sign badges with a key: then anybody can check that they come from your school and that nothing was changed.</translation>
    </message>
    <message>
        <source>Gekopieerd. Zet deze sleutel op de website van je school.</source>
        <translation>Copied. Put this key on your school&apos;s web site.</translation>
    </message>
    <message>
        <source>Ingetrokken: geen enkele badge met deze sleutel telt nog, ook niet van eerder. Reik ze opnieuw uit.</source>
        <translation>Revoked: not one badge with this key counts any more, nor those of before. Issue them again.</translation>
    </message>
    <message>
        <source>Intrekken en vernietigen</source>
        <translation>Revoke and destroy</translation>
    </message>
    <message>
        <source>Ondertekent niets meer. De badges van toen blijven gewoon geldig.</source>
        <translation>Signs nothing more. The badges of then simply stay valid.</translation>
    </message>
    <message>
        <source>Opgeslagen als {name}. Zet dit bestand op de website van je school.</source>
        <translation>Saved as {name}. Put this file on your school&apos;s web site.</translation>
    </message>
    <message>
        <source>Opslaan voor de website</source>
        <translation>Save for the web site</translation>
    </message>
    <message>
        <source>Sleutel &amp;intrekken</source>
        <translation>&amp;Revoke key</translation>
    </message>
    <message>
        <source>Sleutels van deze school</source>
        <translation>Keys of this school</translation>
    </message>
    <message>
        <source>{signed} badges ondertekend, {revoked} ingetrokken.</source>
        <translation>{signed} badges signed, {revoked} revoked.</translation>
    </message>
</context>
<context>
    <name>KindField</name>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>alleen voor jou</source>
        <translation>for you alone</translation>
    </message>
    <message>
        <source>in het dossier: de student leest dit ook</source>
        <translation>in the dossier: the student reads this too</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>&amp;Opslaan</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>Eén &amp;regel (mag leeg)</source>
        <translation>One &amp;line (may be empty)</translation>
    </message>
    <message>
        <source>Het dossier blijft, en jij kunt het blijven lezen: kies bij Studenten ‘Uitgestroomd’. Met ‘Terug op school’ is alles weer zoals het was.</source>
        <translation>The file stays, and you can go on reading it: choose ‘Left’ under Students. With ‘Back at school’ everything is as it was.</translation>
    </message>
    <message>
        <source>Pabo in Zwolle, begint in september</source>
        <translation>Teacher training in Zwolle, starts in September</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Van school</source>
        <translation>Left school</translation>
    </message>
    <message>
        <source>Van school vana&amp;f</source>
        <translation>Left school &amp;from</translation>
    </message>
    <message>
        <source>Vanaf deze dag niet meer in de lijsten, de planning en Vandaag.</source>
        <translation>From this day no longer in the lists, the planning and Today.</translation>
    </message>
    <message>
        <source>Waar &amp;naartoe?</source>
        <translation>Where t&amp;o?</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>3 van de 5 van het volgende niveau</source>
        <translation>3 of the 5 of the next level</translation>
    </message>
    <message>
        <source>niveau</source>
        <translation>level</translation>
    </message>
    <message>
        <source>wacht op bevestiging</source>
        <translation>waits to be confirmed</translation>
    </message>
</context>
<context>
    <name>LentPreparation</name>
    <message>
        <source>Alles mag: school, stage, werk, thuis, later.</source>
        <translation>Anything goes: school, placement, work, home, later.</translation>
    </message>
    <message>
        <source>Is het gelukt? Wat hielp, of wat zat er tegen?</source>
        <translation>Did it work out? What helped, or what got in the way?</translation>
    </message>
    <message>
        <source>Onze afspraken: hoe ging het?</source>
        <translation>Our agreements: how did it go?</translation>
    </message>
    <message>
        <source>Straks praten jullie samen. Schrijf op wat je nu al weet, in je eigen woorden. Je mag alles overslaan. Je begeleider leest wat hier staat.</source>
        <translation>You will talk together soon. Write down what you know already, in your own words. You may skip anything. Your counsellor reads what is here.</translation>
    </message>
    <message>
        <source>{name} heeft dit gesprek voorbereid.</source>
        <translation>{name} has prepared this talk.</translation>
    </message>
</context>
<context>
    <name>LentSkillsView</name>
    <message>
        <source>&amp;Skill</source>
        <translation>&amp;Skill</translation>
    </message>
    <message>
        <source>Dit schreef je al op. Het wacht op bevestiging.</source>
        <translation>You wrote this down already. It waits to be confirmed.</translation>
    </message>
    <message>
        <source>Dit telt al mee.</source>
        <translation>This counts already.</translation>
    </message>
    <message>
        <source>Doe je dit al? Schrijf op hoe dat te zien was.</source>
        <translation>Do you do this already? Write down how that could be seen.</translation>
    </message>
    <message>
        <source>Je hebt het hoogste niveau bereikt.</source>
        <translation>You reached the highest level.</translation>
    </message>
    <message>
        <source>Kies een skill. Schrijf bij wat je al doet, hoe dat te zien was: wat deed je, waar, met wie? Iemand die het ook zag, bevestigt het later.</source>
        <translation>Choose a skill. Write under what you already do how that could be seen: what did you do, where, with whom? Somebody who saw it too confirms it later.</translation>
    </message>
    <message>
        <source>Op weg naar niveau {level}: {name}</source>
        <translation>On the way to level {level}: {name}</translation>
    </message>
    <message>
        <source>{name} schreef bij 1 gedraging op hoe dat bleek.</source>
        <translation>{name} wrote down how 1 behaviour showed.</translation>
    </message>
    <message>
        <source>{name} schreef bij {count} gedragingen op hoe dat bleek.</source>
        <translation>{name} wrote down how {count} behaviours showed.</translation>
    </message>
    <message>
        <source>{name} · niveau {level}</source>
        <translation>{name} · level {level}</translation>
    </message>
</context>
<context>
    <name>LentView</name>
    <message>
        <source>&amp;Klaar</source>
        <translation>&amp;Done</translation>
    </message>
    <message>
        <source>&amp;Later verder</source>
        <translation>Go on &amp;later</translation>
    </message>
    <message>
        <source>Bewaard om {time}</source>
        <translation>Saved at {time}</translation>
    </message>
    <message>
        <source>Bewaard op deze laptop om {time}</source>
        <translation>Saved on this laptop at {time}</translation>
    </message>
    <message>
        <source>De school is even weg. Schrijf gerust door.</source>
        <translation>The school cannot be reached for a moment. Just go on writing.</translation>
    </message>
    <message>
        <source>Dit deel is van {name}</source>
        <translation>This part is {name}&apos;s</translation>
    </message>
    <message>
        <source>Dit is nog niet bewaard. Wacht even en probeer het nog een keer.</source>
        <translation>This is not saved yet. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Nog niet bewaard. De werkbank probeert het opnieuw.</source>
        <translation>Not saved yet. The werkbank is trying again.</translation>
    </message>
    <message>
        <source>{name} is klaar.</source>
        <translation>{name} is done.</translation>
    </message>
    <message>
        <source>{name} koos Klaar, maar het antwoord kwam niet. Kijk of het er staat.</source>
        <translation>{name} chose Done, but no answer came. Look whether it is there.</translation>
    </message>
    <message>
        <source>{name} koos nog niet Klaar. Wat er al staat, is bewaard.</source>
        <translation>{name} has not chosen Done yet. What is there is saved.</translation>
    </message>
</context>
<context>
    <name>LentVoice</name>
    <message>
        <source>Het deel van {name} staat erbij.</source>
        <translation>The part of {name} is in.</translation>
    </message>
    <message>
        <source>Je naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Schrijf op hoe jij het ziet, in je eigen woorden. Je mag vragen overslaan. Straks leggen jullie alle drie de delen naast elkaar.</source>
        <translation>Write down how you see it, in your own words. You may skip questions. Then the three of you lay your parts side by side.</translation>
    </message>
    <message>
        <source>Schrijf op wat jij op het werk ziet, in je eigen woorden. Je mag vragen overslaan. Straks leggen jullie alle drie de delen naast elkaar.</source>
        <translation>Write down what you see at work, in your own words. You may skip questions. Then the three of you lay your parts side by side.</translation>
    </message>
    <message>
        <source>Vul hier je naam in.</source>
        <translation>Fill in your name here.</translation>
    </message>
    <message>
        <source>het leerbedrijf</source>
        <translation>the company</translation>
    </message>
</context>
<context>
    <name>LentWord</name>
    <message>
        <source>Dit is wat jullie samen zeggen en afspreken. Lees het rustig. Zie jij het anders? Schrijf het op: jouw woorden komen ernaast te staan.</source>
        <translation>This is what you say and agree on together. Take your time to read it. Do you see it differently? Write it down: your words will stand beside it.</translation>
    </message>
    <message>
        <source>Dit mag leeg blijven.</source>
        <translation>This may stay empty.</translation>
    </message>
    <message>
        <source>In je eigen woorden</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Kies eerst wat je ervan vindt.</source>
        <translation>First choose what you think of it.</translation>
    </message>
    <message>
        <source>Klopt dit?</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>Schrijf op hoe jij erover denkt.</source>
        <translation>Write down what you think of it.</translation>
    </message>
    <message>
        <source>Wat jullie afspreken</source>
        <translation>What you agree on</translation>
    </message>
    <message>
        <source>Wat jullie samen zeggen</source>
        <translation>What you say together</translation>
    </message>
    <message>
        <source>Wat klopt er niet, of wat mis je?</source>
        <translation>What is not right, or what is missing?</translation>
    </message>
    <message>
        <source>uiterlijk {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>{name} heeft het samen gelezen en gereageerd.</source>
        <translation>{name} read along and responded.</translation>
    </message>
</context>
<context>
    <name>LetInForm</name>
    <message>
        <source>De student en je collega lezen dit ook.</source>
        <translation>The student and your colleague read this too.</translation>
    </message>
    <message>
        <source>Laten meelezen</source>
        <translation>Let them read along</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wie leest er mee?</source>
        <translation>Who reads along?</translation>
    </message>
    <message>
        <source>een collega-begeleider, tot een dag</source>
        <translation>a fellow counsellor, until a day</translation>
    </message>
    <message>
        <source>iemand van de tweede lijn, zolang het loopt</source>
        <translation>somebody of the second line, as long as it lasts</translation>
    </message>
    <message>
        <source>{name} mag nu meelezen.</source>
        <translation>{name} may read along now.</translation>
    </message>
</context>
<context>
    <name>LevelField</name>
    <message>
        <source>0 · eerst verkennen</source>
        <translation>0 · explore first</translation>
    </message>
    <message>
        <source>Dit is er dan te zien:</source>
        <translation>This is what one then sees:</translation>
    </message>
    <message>
        <source>Nog geen niveau: eerst kijken wat deze skill inhoudt.</source>
        <translation>No level yet: first see what this skill is about.</translation>
    </message>
</context>
<context>
    <name>LevelPart</name>
    <message>
        <source>{level} · {name}   {count} van {all}</source>
        <translation>{level} · {name}   {count} of {all}</translation>
    </message>
</context>
<context>
    <name>LifeSkills</name>
    <message>
        <source>niveau {level}</source>
        <translation>level {level}</translation>
    </message>
    <message>
        <source>{count} van {all} van niveau {level}</source>
        <translation>{count} of {all} of level {level}</translation>
    </message>
    <message>
        <source>{count} wacht</source>
        <translation>{count} waits</translation>
    </message>
    <message>
        <source>{count} wachten</source>
        <translation>{count} wait</translation>
    </message>
    <message>
        <source>{name}, {skill}: wordt gelezen</source>
        <translation>{name}, {skill}: being read</translation>
    </message>
</context>
<context>
    <name>LineDetail</name>
    <message>
        <source>Deze regel over&amp;slaan</source>
        <translation>Sk&amp;ip this line</translation>
    </message>
    <message>
        <source>Dit komt in je werkboek</source>
        <translation>This goes into your workbook</translation>
    </message>
    <message>
        <source>Dit verandert</source>
        <translation>This changes</translation>
    </message>
    <message>
        <source>Dit verandert als het dezelfde student is</source>
        <translation>This changes if it is the same student</translation>
    </message>
    <message>
        <source>Ja, &amp;dezelfde student</source>
        <translation>Yes, the &amp;same student</translation>
    </message>
    <message>
        <source>Kies een regel om te zien wat ermee gebeurt.</source>
        <translation>Choose a line to see what happens to it.</translation>
    </message>
    <message>
        <source>Kies je niets, dan wordt deze regel overgeslagen.</source>
        <translation>If you choose nothing, this line is skipped.</translation>
    </message>
    <message>
        <source>Nee, een a&amp;ndere student</source>
        <translation>No, a di&amp;fferent student</translation>
    </message>
    <message>
        <source>Regel {line}</source>
        <translation>Line {line}</translation>
    </message>
    <message>
        <source>Zonder naam</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>leeg</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>ListArea</name>
    <message>
        <source>&amp;Bestand kiezen</source>
        <translation>Choose &amp;file</translation>
    </message>
    <message>
        <source>Sleep je studentenlijst hierheen</source>
        <translation>Drag your student list here</translation>
    </message>
    <message>
        <source>of</source>
        <translation>or</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>1 niveau is bereikt en heeft nog geen badge.</source>
        <translation>1 level was reached and has no badge yet.</translation>
    </message>
    <message>
        <source>Badges uitreiken</source>
        <translation>Issue badges</translation>
    </message>
    <message>
        <source>Bekijk wie</source>
        <translation>See who</translation>
    </message>
    <message>
        <source>Deze lijst opslaan</source>
        <translation>Save this list</translation>
    </message>
    <message>
        <source>Er is nog geen badge uitgereikt</source>
        <translation>No badge has been issued yet</translation>
    </message>
    <message>
        <source>Geen badge past bij wat je zoekt.</source>
        <translation>No badge fits what you search for.</translation>
    </message>
    <message>
        <source>Heeft iemand een niveau van een life skill bereikt, dan kun je daar een badge voor geven. De eigenaar neemt hem mee, en iedereen kan nagaan dat hij echt is.</source>
        <translation>If somebody has reached a level of a life skill, you can give a badge for it. The owner takes it along, and anybody can check that it is genuine.</translation>
    </message>
    <message>
        <source>Uitgereikte badges</source>
        <translation>Issued badges</translation>
    </message>
    <message>
        <source>Zoek in de badges</source>
        <translation>Search the badges</translation>
    </message>
    <message>
        <source>Zoek op naam, klas of skill</source>
        <translation>Search by name, class or skill</translation>
    </message>
    <message>
        <source>{count} niveaus zijn bereikt en hebben nog geen badge.</source>
        <translation>{count} levels were reached and have no badge yet.</translation>
    </message>
</context>
<context>
    <name>ListWork</name>
    <message>
        <source>De lijst lezen…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>Eerst een reservekopie van je werkboek maken…</source>
        <translation>First making a backup of your workbook…</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Er is nog niets veranderd.</source>
        <translation>Nothing has changed yet.</translation>
    </message>
    <message>
        <source>Er verandert niets. Ga terug en laat minstens één klas doorgaan.</source>
        <translation>Nothing changes. Go back and let at least one class go on.</translation>
    </message>
    <message>
        <source>Het schooljaar wordt {year}.</source>
        <translation>The school year becomes {year}.</translation>
    </message>
    <message>
        <source>Klas nu</source>
        <translation>Class now</translation>
    </message>
    <message>
        <source>Leerjaar</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Vanaf {day}. Gaan door: {moved}. Gaan van school: {left}.</source>
        <translation>From {day}. Go on: {moved}. Leave school: {left}.</translation>
    </message>
    <message>
        <source>Wat er verandert</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Wordt</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>van school: {where}</source>
        <translation>leaves school: {where}</translation>
    </message>
    <message>
        <source>zelfde klas</source>
        <translation>same class</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bewaard. Dit geldt vanaf nu.</source>
        <translation>Saved. This applies from now on.</translation>
    </message>
    <message>
        <source>Het concept kon niet bewaard worden. Sluit je nu, dan ben je dat stukje kwijt.</source>
        <translation>The draft could not be saved. If you close now, you lose that part.</translation>
    </message>
    <message>
        <source>Je concept kon nog niet bewaard worden, dus de werkbank bleef open.</source>
        <translation>Your draft could not be saved yet, so the workbench stayed open.</translation>
    </message>
    <message>
        <source>Je concept kon nog niet bewaard worden. Probeer het zo nog een keer.</source>
        <translation>Your draft could not be saved yet. Try again in a moment.</translation>
    </message>
    <message>
        <source>Je laatste woorden zijn nog niet bewaard</source>
        <translation>Your last words have not been saved yet</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Toch sluiten</source>
        <translation>Close anyway</translation>
    </message>
    <message>
        <source>Vergrendeld – LOB-werkbank</source>
        <translation>Locked – LOB workbench</translation>
    </message>
</context>
<context>
    <name>MakingForm</name>
    <message>
        <source>&amp;Bewaren als PDF…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>&amp;Geldig tot en met</source>
        <translation>&amp;Valid up to</translation>
    </message>
    <message>
        <source>Bedrijf</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Begeleider van school</source>
        <translation>Counsellor at school</translation>
    </message>
    <message>
        <source>Er staat nog een formulier uit. Dat werkt niet meer zodra je dit bewaart.</source>
        <translation>Another form is still out. It stops working as soon as you save this one.</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Op</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Zo ziet het formulier eruit</source>
        <translation>This is what the form looks like</translation>
    </message>
</context>
<context>
    <name>MarksBar</name>
    <message>
        <source>&amp;Iedereen tonen</source>
        <translation>Show &amp;everybody</translation>
    </message>
    <message>
        <source>Alleen de&amp;ze tonen</source>
        <translation>Show only the&amp;se</translation>
    </message>
    <message>
        <source>Je ziet je eigen keuze</source>
        <translation>You see your own choice</translation>
    </message>
    <message>
        <source>Keuze w&amp;issen</source>
        <translation>&amp;Clear choice</translation>
    </message>
    <message>
        <source>{count} gekozen</source>
        <translation>{count} chosen</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix van life skills</source>
        <translation>Matrix of life skills</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Hier groeien life skills</source>
        <translation>Here life skills grow</translation>
    </message>
    <message>
        <source>Kies hierboven een andere klas of een ander team, of zoek op iets anders.</source>
        <translation>Choose another class or team above, or search for something else.</translation>
    </message>
    <message>
        <source>Niemand die hierbij past</source>
        <translation>Nobody who fits</translation>
    </message>
    <message>
        <source>Zodra er studenten bij jou staan, zie je van ieder welk niveau is bereikt en wat er op bevestiging wacht.</source>
        <translation>As soon as you have students, you see the level that each has reached and what waits to be confirmed.</translation>
    </message>
</context>
<context>
    <name>MemberBar</name>
    <message>
        <source>&amp;Naam</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Toevoegen</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Je teamlid staat erbij.</source>
        <translation>Your team member is there.</translation>
    </message>
    <message>
        <source>Je ziet jezelf en de mensen van je team. Voeg toe met wie je samen groeit.</source>
        <translation>You see yourself and the people of your team. Add those with whom you grow.</translation>
    </message>
    <message>
        <source>Tea&amp;m</source>
        <translation>Tea&amp;m</translation>
    </message>
    <message>
        <source>Team&amp;lid toevoegen</source>
        <translation>Add team &amp;member</translation>
    </message>
</context>
<context>
    <name>MentorQuestion</name>
    <message>
        <source>Kies welke mentor jij bent. Dan zie je hier jouw studenten.</source>
        <translation>Choose which mentor you are. Then your students show here.</translation>
    </message>
    <message>
        <source>Welke mentor ben jij?</source>
        <translation>Which mentor are you?</translation>
    </message>
    <message>
        <source>{count} studenten staan klaar</source>
        <translation>{count} students are ready</translation>
    </message>
</context>
<context>
    <name>MentorStep</name>
    <message>
        <source>Alle studenten hebben al een mentor. Vraag een lijst waar jouw naam in staat en lees die in.</source>
        <translation>All students already have a mentor. Ask for a list with your name in it and import that.</translation>
    </message>
    <message>
        <source>Eén student &amp;overnemen</source>
        <translation>&amp;Take on one student</translation>
    </message>
    <message>
        <source>Eén student heeft geen mentor in de lijst. Begeleid jij die? Neem die dan zelf over.</source>
        <translation>One student has no mentor in the list. Is this student yours? Then take them on yourself.</translation>
    </message>
    <message>
        <source>Geen mentor met deze naam.</source>
        <translation>No mentor with this name.</translation>
    </message>
    <message>
        <source>In je werkboek staat nog geen mentor uit een lijst.</source>
        <translation>There is no mentor from a list in your workbook yet.</translation>
    </message>
    <message>
        <source>Later kiezen</source>
        <translation>Choose later</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>Mentors</translation>
    </message>
    <message>
        <source>Sta je er niet bij?</source>
        <translation>Are you not listed?</translation>
    </message>
    <message>
        <source>Zoek een mentor</source>
        <translation>Find a mentor</translation>
    </message>
    <message>
        <source>{count} studenten &amp;overnemen</source>
        <translation>&amp;Take on {count} students</translation>
    </message>
    <message>
        <source>{count} studenten hebben geen mentor in de lijst. Begeleid jij die? Neem ze dan zelf over.</source>
        <translation>{count} students have no mentor in the list. Are they yours? Then take them on yourself.</translation>
    </message>
</context>
<context>
    <name>MentorWork</name>
    <message>
        <source>De studenten bij jou zetten…</source>
        <translation>Assigning the students to you…</translation>
    </message>
</context>
<context>
    <name>MissingStep</name>
    <message>
        <source>Alle {count} &amp;kiezen</source>
        <translation>&amp;Choose all {count}</translation>
    </message>
    <message>
        <source>Deze student &amp;is van school</source>
        <translation>This student &amp;has left</translation>
    </message>
    <message>
        <source>Is dit de hele lijst?</source>
        <translation>Is this the whole list?</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Nee, of dat weet ik niet</source>
        <translation>No, or I do not know</translation>
    </message>
    <message>
        <source>Niemand kiezen</source>
        <translation>Choose nobody</translation>
    </message>
    <message>
        <source>Niet alle studenten die je hebt, staan op deze lijst. Is het een hele lijst, dan zijn zij misschien van school.</source>
        <translation>Not all students you have are on this list. If it is a whole list, they may have left the school.</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Studenten die niet op de lijst staan</source>
        <translation>Students who are not on the list</translation>
    </message>
    <message>
        <source>Van school van&amp;af</source>
        <translation>Left &amp;from</translation>
    </message>
    <message>
        <source>Van school?</source>
        <translation>Left school?</translation>
    </message>
    <message>
        <source>Waar &amp;naartoe?</source>
        <translation>Where t&amp;o?</translation>
    </message>
    <message>
        <source>ja: {destination}</source>
        <translation>yes: {destination}</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{count} van de {all} studenten staan niet op deze lijst. Weet je zeker dat het de goede lijst is?</source>
        <translation>{count} of the {all} students are not on this list. Are you sure that it is the right list?</translation>
    </message>
</context>
<context>
    <name>MissingWork</name>
    <message>
        <source>Uitschrijven…</source>
        <translation>Saying who left…</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pagina&apos;s</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>&amp;Nog een keer</source>
        <translation>Once &amp;more</translation>
    </message>
    <message>
        <source>Dit is niet dezelfde zin. Typ hem nog een keer.</source>
        <translation>This is not the same phrase. Type it once more.</translation>
    </message>
    <message>
        <source>Nieuwe &amp;wachtwoordzin</source>
        <translation>New pass&amp;phrase</translation>
    </message>
    <message>
        <source>bruikbaar</source>
        <translation>usable</translation>
    </message>
    <message>
        <source>nog te zwak</source>
        <translation>still too weak</translation>
    </message>
    <message>
        <source>sterk</source>
        <translation>strong</translation>
    </message>
</context>
<context>
    <name>NewWorkbook</name>
    <message>
        <source>&amp;Stoppen</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>&amp;Verder invullen</source>
        <translation>&amp;Go on filling in</translation>
    </message>
    <message>
        <source>&amp;Volgende</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Bewaar je herstelcode</source>
        <translation>Keep your recovery code</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Herstelcode van {name}</source>
        <translation>Recovery code of {name}</translation>
    </message>
    <message>
        <source>Hiermee open je voortaan je werkboek.</source>
        <translation>You open your workbook with it from now on.</translation>
    </message>
    <message>
        <source>Kies je wachtwoordzin</source>
        <translation>Choose your passphrase</translation>
    </message>
    <message>
        <source>Nieuw werkboek</source>
        <translation>New workbook</translation>
    </message>
    <message>
        <source>Stoppen met dit werkboek?</source>
        <translation>Stop making this workbook?</translation>
    </message>
    <message>
        <source>Vertel eerst wie je bent.</source>
        <translation>First tell us who you are.</translation>
    </message>
    <message>
        <source>Voor als je je wachtwoordzin vergeet.</source>
        <translation>In case you forget your passphrase.</translation>
    </message>
    <message>
        <source>Vor&amp;ige</source>
        <translation>&amp;Previous</translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Wat je hebt ingevuld, verdwijnt. Een herstelcode die je al hebt afgedrukt, kun je dan weggooien.</source>
        <translation>What you filled in will be lost. A recovery code that you printed already will be of no use.</translation>
    </message>
    <message>
        <source>Werkboek &amp;maken</source>
        <translation>&amp;Make workbook</translation>
    </message>
    <message>
        <source>Wie ben je</source>
        <translation>Who you are</translation>
    </message>
    <message>
        <source>herstelcode.pdf</source>
        <translation>recovery-code.pdf</translation>
    </message>
</context>
<context>
    <name>NormBar</name>
    <message>
        <source>1 student achter</source>
        <translation>1 student behind</translation>
    </message>
    <message>
        <source>niemand achter</source>
        <translation>nobody behind</translation>
    </message>
    <message>
        <source>{count} studenten achter</source>
        <translation>{count} students behind</translation>
    </message>
    <message>
        <source>{held} gevoerd · {planned} gepland · {needed} per jaar</source>
        <translation>{held} held · {planned} planned · {needed} a year</translation>
    </message>
</context>
<context>
    <name>NormsPanel</name>
    <message>
        <source>&amp;Bewaren</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Hoe vaak</source>
        <translation>&amp;How often</translation>
    </message>
    <message>
        <source>&amp;Leerjaar</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>&amp;Minuten</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>&amp;Opleiding</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Per</source>
        <translation>P&amp;er</translation>
    </message>
    <message>
        <source>&amp;Soort gesprek</source>
        <translation>&amp;Kind of talk</translation>
    </message>
    <message>
        <source>&amp;Uren</source>
        <translation>Ho&amp;urs</translation>
    </message>
    <message>
        <source>De norm is bewaard en geldt vanaf nu.</source>
        <translation>The norm was saved and holds from now on.</translation>
    </message>
    <message>
        <source>Eigen norm weghalen</source>
        <translation>Remove own norm</translation>
    </message>
    <message>
        <source>Eigen uren weghalen</source>
        <translation>Remove own hours</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Leer&amp;jaar</source>
        <translation>Ye&amp;ar</translation>
    </message>
    <message>
        <source>Normen voor gesprekken</source>
        <translation>Norms for talks</translation>
    </message>
    <message>
        <source>Ople&amp;iding</source>
        <translation>Pro&amp;gramme</translation>
    </message>
    <message>
        <source>Schrijf een getal van 0 tot en met {most}.</source>
        <translation>Write a number from 0 up to and including {most}.</translation>
    </message>
    <message>
        <source>Schrijf een getal, of laat dit leeg.</source>
        <translation>Write a number, or leave this empty.</translation>
    </message>
    <message>
        <source>Uren be&amp;waren</source>
        <translation>Sa&amp;ve hours</translation>
    </message>
    <message>
        <source>Uren voor stage</source>
        <translation>Hours for placements</translation>
    </message>
    <message>
        <source>Uren voor stage, per student en schooljaar</source>
        <translation>Hours for placements, per student and school year</translation>
    </message>
    <message>
        <source>Weggehaald. Waar de werkbank een norm heeft, geldt die weer.</source>
        <translation>Removed. Where the workbench has a norm, that one holds again.</translation>
    </message>
    <message>
        <source>alle opleidingen</source>
        <translation>all programmes</translation>
    </message>
    <message>
        <source>blok van 5 weken</source>
        <translation>block of 5 weeks</translation>
    </message>
    <message>
        <source>gewoon</source>
        <translation>usual</translation>
    </message>
    <message>
        <source>schooljaar</source>
        <translation>school year</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Eerdere versies ({count})</source>
        <translation>Earlier versions ({count})</translation>
    </message>
    <message>
        <source>Verbeterd op {when}</source>
        <translation>Corrected on {when}</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Verder met verbeteren</source>
        <translation>Go on correcting</translation>
    </message>
    <message>
        <source>Vertrouwelijke notitie</source>
        <translation>Restricted note</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>Weghalen</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>alleen voor jou</source>
        <translation>for you alone</translation>
    </message>
</context>
<context>
    <name>OpenForm</name>
    <message>
        <source>&amp;Openen</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>&amp;Wachtwoordzin</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Even openen…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Nog {count} s</source>
        <translation>{count} s to go</translation>
    </message>
    <message>
        <source>Wachtwoordzin &amp;vergeten?</source>
        <translation>&amp;Forgot your passphrase?</translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Door jou voorgesteld</source>
        <translation>Proposed by you</translation>
    </message>
</context>
<context>
    <name>OutgoingRow</name>
    <message>
        <source>Collega zei ja</source>
        <translation>Colleague said yes</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Voorstel voor {name} intrekken</source>
        <translation>Withdraw the proposal for {name}</translation>
    </message>
    <message>
        <source>ingetrokken</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>naar {receiver} · {day}</source>
        <translation>to {receiver} · {day}</translation>
    </message>
    <message>
        <source>niet overgenomen</source>
        <translation>not taken over</translation>
    </message>
    <message>
        <source>overgenomen</source>
        <translation>taken over</translation>
    </message>
    <message>
        <source>wacht op antwoord</source>
        <translation>waits for an answer</translation>
    </message>
    <message>
        <source>{receiver} neemt {name} over</source>
        <translation>{receiver} takes {name} over</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Opleiding</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Toon</source>
        <translation>&amp;Show</translation>
    </message>
    <message>
        <source>1 student · {behind} achter op de norm</source>
        <translation>1 student · {behind} behind the norm</translation>
    </message>
    <message>
        <source>Niemand die hierbij past.</source>
        <translation>Nobody who fits this.</translation>
    </message>
    <message>
        <source>Nog niemand om voor te plannen</source>
        <translation>Nobody to plan for yet</translation>
    </message>
    <message>
        <source>O&amp;p datum</source>
        <translation>O&amp;n date</translation>
    </message>
    <message>
        <source>Studenten en de norm</source>
        <translation>Students and the norm</translation>
    </message>
    <message>
        <source>Zodra er studenten bij jou staan, zie je hier welke gesprekken bij hen horen, wie achter is en wat je kunt plannen.</source>
        <translation>As soon as you have students, you see here which talks belong to them, who is behind and what you can plan.</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>alle studenten</source>
        <translation>all students</translation>
    </message>
    <message>
        <source>alleen wie achter is</source>
        <translation>only who is behind</translation>
    </message>
    <message>
        <source>{count} studenten · {behind} achter op de norm</source>
        <translation>{count} students · {behind} behind the norm</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>{action} (Ctrl+Enter)</source>
        <translation>{action} (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Bewaard als {name}. Vul het in en lees het hier weer in.</source>
        <translation>Saved as {name}. Fill it in and import it here again.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?</source>
        <translation>Saving failed. Is there room, and may you write in that place?</translation>
    </message>
    <message>
        <source>Een sjabloon is een Excel-bestand waarin je een eigen set maakt. Begin je met ‘{name}’, of met lege bladen?</source>
        <translation>A template is an Excel file in which you make a set of your own. Do you begin with ‘{name}’, or with empty sheets?</translation>
    </message>
    <message>
        <source>Eigen skills</source>
        <translation>Own skills</translation>
    </message>
    <message>
        <source>Excel-werkmap (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Leeg</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Met deze skills erin</source>
        <translation>With these skills in it</translation>
    </message>
    <message>
        <source>Sjabloon opslaan</source>
        <translation>Save template</translation>
    </message>
</context>
<context>
    <name>ParentsEveningPage</name>
    <message>
        <source>Avond aanpassen</source>
        <translation>Change the evening</translation>
    </message>
    <message>
        <source>Drie keer per jaar komen ouders naar school. Plan de avond, en de werkbank geeft elke student een gesprek van tien minuten. Je ziet per student wie je mag uitnodigen.</source>
        <translation>Three times a year parents come to school. Plan the evening, and the workbench gives each student a conversation of ten minutes. For each student you see whom you may invite.</translation>
    </message>
    <message>
        <source>Er is nog geen ouderavond gepland</source>
        <translation>No parents’ evening is planned yet</translation>
    </message>
    <message>
        <source>Geef iedereen een tijd</source>
        <translation>Give everybody a time</translation>
    </message>
    <message>
        <source>Geen plek meer voor: {names}. Maak de avond langer.</source>
        <translation>No room left for: {names}. Make the evening longer.</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Lijst afdrukken</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>Lijst ouderavond.pdf</source>
        <translation>List parents’ evening.pdf</translation>
    </message>
    <message>
        <source>Ouderavond</source>
        <translation>Parents’ evening</translation>
    </message>
    <message>
        <source>Ouderavond plannen</source>
        <translation>Plan a parents’ evening</translation>
    </message>
    <message>
        <source>Uitnodigingen</source>
        <translation>Invitations</translation>
    </message>
    <message>
        <source>Uitnodigingen ouderavond.pdf</source>
        <translation>Invitations parents’ evening.pdf</translation>
    </message>
    <message>
        <source>Welke avond?</source>
        <translation>Which evening?</translation>
    </message>
    <message>
        <source>Wie nodig je uit, hoe laat komt wie, en wat mag je vertellen?</source>
        <translation>Whom do you invite, when does each one come, and what may you tell?</translation>
    </message>
    <message>
        <source>{count} tijden gegeven.</source>
        <translation>{count} times given.</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, {day}</translation>
    </message>
    <message>
        <source>{start}–{end} · {minutes} minuten per gesprek · avond {number} van {year}</source>
        <translation>{start}–{end} · {minutes} minutes per conversation · evening {number} of {year}</translation>
    </message>
</context>
<context>
    <name>PartyHead</name>
    <message>
        <source>Begonnen, nog niet klaar</source>
        <translation>Begun, not finished yet</translation>
    </message>
    <message>
        <source>Formulier</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Formulier van {day}</source>
        <translation>Form of {day}</translation>
    </message>
    <message>
        <source>Formulier voor {party}</source>
        <translation>Form for {party}</translation>
    </message>
    <message>
        <source>Ingevuld op {day}</source>
        <translation>Filled in on {day}</translation>
    </message>
    <message>
        <source>Laat {name} schrijven</source>
        <translation>Let {name} write</translation>
    </message>
    <message>
        <source>Lees de nieuwste, versie {number}</source>
        <translation>Read the newest, version {number}</translation>
    </message>
    <message>
        <source>Lees versie {number}</source>
        <translation>Read version {number}</translation>
    </message>
    <message>
        <source>Nog geen leerbedrijf bekend</source>
        <translation>No company known yet</translation>
    </message>
    <message>
        <source>Nog niet ingevuld</source>
        <translation>Not filled in yet</translation>
    </message>
    <message>
        <source>Typ hieronder</source>
        <translation>Type below</translation>
    </message>
    <message>
        <source>het bedrijf</source>
        <translation>the company</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>PassphraseSection</name>
    <message>
        <source>Deze zin opent je werkboek. Alleen jij kent hem.</source>
        <translation>This phrase opens your workbook. Only you know it.</translation>
    </message>
    <message>
        <source>Dit is niet dezelfde zin. Typ hem nog een keer.</source>
        <translation>This is not the same phrase. Type it once more.</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Je wachtwoord is vervangen.</source>
        <translation>Your password was replaced.</translation>
    </message>
    <message>
        <source>Je wachtwoordzin is vervangen, en Snel openen staat uit. Oudere reservekopieën gaan nog open met de oude.</source>
        <translation>Your passphrase has been replaced, and quick unlock is off. Older backups still open with the old one.</translation>
    </message>
    <message>
        <source>Je wachtwoordzin is vervangen. Oudere reservekopieën gaan nog open met de oude.</source>
        <translation>Your passphrase has been replaced. Older backups still open with the old one.</translation>
    </message>
    <message>
        <source>Met deze zin log je in bij je school. Alleen jij kent hem.</source>
        <translation>You log in to your school with this phrase. Only you know it.</translation>
    </message>
    <message>
        <source>N&amp;ieuw wachtwoord</source>
        <translation>Ne&amp;w password</translation>
    </message>
    <message>
        <source>N&amp;ieuwe wachtwoordzin</source>
        <translation>Ne&amp;w passphrase</translation>
    </message>
    <message>
        <source>Nog &amp;een keer</source>
        <translation>Once &amp;more</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Wachtwoord &amp;wijzigen</source>
        <translation>Change &amp;password</translation>
    </message>
    <message>
        <source>Wachtwoord van n&amp;u</source>
        <translation>C&amp;urrent password</translation>
    </message>
    <message>
        <source>Wachtwoord ver&amp;vangen</source>
        <translation>&amp;Replace password</translation>
    </message>
    <message>
        <source>Wachtwoordzin &amp;wijzigen</source>
        <translation>Change &amp;passphrase</translation>
    </message>
    <message>
        <source>Wachtwoordzin van n&amp;u</source>
        <translation>C&amp;urrent passphrase</translation>
    </message>
    <message>
        <source>Wachtwoordzin ver&amp;vangen</source>
        <translation>&amp;Replace passphrase</translation>
    </message>
    <message>
        <source>bruikbaar</source>
        <translation>usable</translation>
    </message>
    <message>
        <source>nog te zwak</source>
        <translation>still too weak</translation>
    </message>
    <message>
        <source>sterk</source>
        <translation>strong</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Neem vier of meer losse woorden die alleen jij bij elkaar bedenkt. Spaties mogen. Kies geen spreekwoord, en niet de naam van jezelf, je school of je hond.</source>
        <translation>Take four or more loose words that only you would put together. Spaces are fine. No proverb, please, and not the name of yourself, your school or your dog.</translation>
    </message>
    <message>
        <source>Niemand anders kent deze zin, ook je school niet. Vergeet je hem, dan helpt alleen de herstelcode van de volgende stap.</source>
        <translation>Nobody else knows this phrase, not even your school. If you forget it, only the recovery code of the next step helps.</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>&amp;Bewaren als…</source>
        <translation>&amp;Save as…</translation>
    </message>
    <message>
        <source>A&amp;fdrukken</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Afdrukken lukte niet.</source>
        <translation>Printing did not work.</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Let op: dit bestand is niet versleuteld.</source>
        <translation>Saved as {name}. Please note: this file is not encrypted.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?</source>
        <translation>Saving did not work. Is there room, and may you write in that place?</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Groter (Ctrl++)</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Kleiner (Ctrl+-)</source>
        <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF bewaren</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Sl&amp;uiten</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>pagina {here} van {all}</source>
        <translation>page {here} of {all}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Erbij</source>
        <translation>Gained</translation>
    </message>
    <message>
        <source>Iedereen samen</source>
        <translation>Everybody together</translation>
    </message>
    <message>
        <source>Niemand met deze naam.</source>
        <translation>Nobody with this name.</translation>
    </message>
    <message>
        <source>Typ een deel van de naam</source>
        <translation>Type a part of the name</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Zoek een naam</source>
        <translation>Find a name</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Collega’s die passen</source>
        <translation>Colleagues that fit</translation>
    </message>
    <message>
        <source>Kies iemand uit de lijst.</source>
        <translation>Choose somebody from the list.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Niemand met deze naam en deze rol heeft een account.</source>
        <translation>Nobody with this name and this role has an account.</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Typ een deel van de naam</source>
        <translation>Type a part of the name</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>1 niveau erbij</source>
        <translation>1 level gained</translation>
    </message>
    <message>
        <source>Niveaus toen en nu</source>
        <translation>Levels then and now</translation>
    </message>
    <message>
        <source>Radar van {name}</source>
        <translation>Radar of {name}</translation>
    </message>
    <message>
        <source>geen niveau erbij</source>
        <translation>no level gained</translation>
    </message>
    <message>
        <source>{count} niveaus</source>
        <translation>{count} levels</translation>
    </message>
    <message>
        <source>{count} niveaus erbij</source>
        <translation>{count} levels gained</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>&amp;Terug</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Bestand (*)</source>
        <translation>File (*)</translation>
    </message>
    <message>
        <source>Bestand bewaren</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>Het bestand is bewaard. Gooi het weg als je het niet meer nodig hebt.</source>
        <translation>The file is saved. Throw it away when you no longer need it.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Enter laat het groot zien.</source>
        <translation>Enter shows it large.</translation>
    </message>
    <message>
        <source>Groot bekijken</source>
        <translation>Look closer</translation>
    </message>
    <message>
        <source>Plaatje: {words}</source>
        <translation>Picture: {words}</translation>
    </message>
</context>
<context>
    <name>PlacementForm</name>
    <message>
        <source>Bedrijf</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>De stage is bewaard.</source>
        <translation>The placement is saved.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Nieuwe stage</source>
        <translation>New placement</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Praktijkopleider</source>
        <translation>Workplace trainer</translation>
    </message>
    <message>
        <source>Stage bewaren</source>
        <translation>Save the placement</translation>
    </message>
    <message>
        <source>Stage wijzigen</source>
        <translation>Change the placement</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Typ een deel van de naam; een nieuw bedrijf mag ook.</source>
        <translation>Type a part of the name; a new company is fine too.</translation>
    </message>
</context>
<context>
    <name>PlacementRow</name>
    <message>
        <source>Praktijkopleider: {who}</source>
        <translation>Workplace trainer: {who}</translation>
    </message>
    <message>
        <source>Stage vandaag stoppen</source>
        <translation>End placement today</translation>
    </message>
    <message>
        <source>Trialoog openen</source>
        <translation>Open the three-way talk</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>begint nog</source>
        <translation>still to begin</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>vanaf {start}</source>
        <translation>from {start}</translation>
    </message>
    <message>
        <source>voorbij</source>
        <translation>over</translation>
    </message>
    <message>
        <source>{start} tot en met {end}</source>
        <translation>{start} up to and including {end}</translation>
    </message>
</context>
<context>
    <name>PlacementsCard</name>
    <message>
        <source>De stage eindigt vandaag.</source>
        <translation>The placement ends today.</translation>
    </message>
    <message>
        <source>Er staat nog geen stage.</source>
        <translation>There is no placement yet.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Placement</translation>
    </message>
    <message>
        <source>Stage toevoegen</source>
        <translation>Add a placement</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>&amp;Plannen</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Be&amp;waren</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dit gesprek is net op een ander scherm verzet. Sluit dit, kijk hoe het nu staat en pas het dan aan.</source>
        <translation>This talk was just moved on another screen. Close this, look how it stands now, and then change it.</translation>
    </message>
    <message>
        <source>Duur</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Gesprek plannen</source>
        <translation>Plan a talk</translation>
    </message>
    <message>
        <source>Gesprek verzetten of aanpassen</source>
        <translation>Move or change the talk</translation>
    </message>
    <message>
        <source>Gevoelig: niemand mag meeluisteren</source>
        <translation>Sensitive: nobody may listen in</translation>
    </message>
    <message>
        <source>Komt niet in de uitnodiging.</source>
        <translation>Does not go into the invitation.</translation>
    </message>
    <message>
        <source>Let op. Klopt dit, druk dan nog een keer.</source>
        <translation>Please note. If this is right, press once more.</translation>
    </message>
    <message>
        <source>Ruimte</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Waar gaat het over?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>besloten</source>
        <translation>private</translation>
    </message>
    <message>
        <source>dialoog</source>
        <translation>dialogue</translation>
    </message>
    <message>
        <source>nog geen</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>open, geen deur</source>
        <translation>open, no door</translation>
    </message>
    <message>
        <source>trialoog</source>
        <translation>trialogue</translation>
    </message>
    <message>
        <source>{count} minuten</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{room} ({kind})</source>
        <translation>{room} ({kind})</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Achter sinds</source>
        <translation>Behind since</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dit gesprek staat al gepland.</source>
        <translation>This talk is planned already.</translation>
    </message>
    <message>
        <source>Door jou weggelaten.</source>
        <translation>Left out by you.</translation>
    </message>
    <message>
        <source>Er is geen vrij moment meer. Geef meer tijd op.</source>
        <translation>There is no free moment left. Give more time.</translation>
    </message>
    <message>
        <source>Heeft op al jouw vrije momenten al iets anders.</source>
        <translation>Has something else at all the moments when you are free.</translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Leerjaar</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Opleiding</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Uren</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>alle opleidingen</source>
        <translation>all programmes</translation>
    </message>
    <message>
        <source>de school</source>
        <translation>the school</translation>
    </message>
    <message>
        <source>de werkbank</source>
        <translation>the workbench</translation>
    </message>
    <message>
        <source>elk leerjaar</source>
        <translation>every year</translation>
    </message>
    <message>
        <source>gepland</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>leerjaar {year}</source>
        <translation>year {year}</translation>
    </message>
    <message>
        <source>op schema</source>
        <translation>on schedule</translation>
    </message>
    <message>
        <source>reflectie</source>
        <translation>reflection</translation>
    </message>
    <message>
        <source>stagebezoek</source>
        <translation>placement visit</translation>
    </message>
    <message>
        <source>voortgang</source>
        <translation>progress</translation>
    </message>
    <message>
        <source>{count} achter</source>
        <translation>{count} behind</translation>
    </message>
    <message>
        <source>{count} te plannen</source>
        <translation>{count} to plan</translation>
    </message>
    <message>
        <source>{count} × per blok</source>
        <translation>{count} × per block</translation>
    </message>
    <message>
        <source>{count} × per jaar</source>
        <translation>{count} × per year</translation>
    </message>
    <message>
        <source>{room} (besloten)</source>
        <translation>{room} (private)</translation>
    </message>
    <message>
        <source>{spent} van {budget}</source>
        <translation>{spent} of {budget}</translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <source>&amp;Groep plannen</source>
        <translation>Plan a gro&amp;up</translation>
    </message>
    <message>
        <source>&amp;Lijst (PDF)</source>
        <translation>&amp;List (PDF)</translation>
    </message>
    <message>
        <source>&amp;Normen</source>
        <translation>Nor&amp;ms</translation>
    </message>
    <message>
        <source>&amp;Terug</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Voorstel maken</source>
        <translation>Make a &amp;proposal</translation>
    </message>
    <message>
        <source>De gesprekken staan in je agenda. Hang de lijst op of deel hem uit.</source>
        <translation>The talks are in your agenda. Hang up the list or hand it out.</translation>
    </message>
    <message>
        <source>Er is nog niets gepland. Schuif, laat weg, en kies ‘Zo plannen’.</source>
        <translation>Nothing is planned yet. Move, leave out, and choose ‘Plan it like this’.</translation>
    </message>
    <message>
        <source>Gepland</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Groep plannen</source>
        <translation>Plan a group</translation>
    </message>
    <message>
        <source>Kies wie je wilt spreken en wanneer jij kunt. Je krijgt eerst een voorstel.</source>
        <translation>Choose whom you want to talk to and when you can. You get a proposal first.</translation>
    </message>
    <message>
        <source>Lijst als PDF</source>
        <translation>List as PDF</translation>
    </message>
    <message>
        <source>Normen</source>
        <translation>Norms</translation>
    </message>
    <message>
        <source>Plannen (Ctrl+Enter)</source>
        <translation>Plan (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Voorstel</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Voorstel maken of plannen</source>
        <translation>Make a proposal or plan</translation>
    </message>
    <message>
        <source>Welke gesprekken bij welk leerjaar horen, en de uren voor stage.</source>
        <translation>Which talks belong to which year, and the hours for placements.</translation>
    </message>
    <message>
        <source>Zo &amp;plannen</source>
        <translation>Plan it like &amp;this</translation>
    </message>
</context>
<context>
    <name>PrepareStep</name>
    <message>
        <source>Dit gesprek</source>
        <translation>This talk</translation>
    </message>
    <message>
        <source>Er staat geen afspraak open.</source>
        <translation>No agreement is open.</translation>
    </message>
    <message>
        <source>Eén of twee zinnen. Dit staat bovenaan de gesprekskaart.</source>
        <translation>One or two sentences. This comes at the top of the talk card.</translation>
    </message>
    <message>
        <source>Open afspraken</source>
        <translation>Open agreements</translation>
    </message>
    <message>
        <source>Open afspraken ({count})</source>
        <translation>Open agreements ({count})</translation>
    </message>
    <message>
        <source>Trialoog: met het leer&amp;bedrijf erbij</source>
        <translation>Three-way talk: with the compan&amp;y</translation>
    </message>
    <message>
        <source>Vragen voor dit gesprek</source>
        <translation>Questions for this talk</translation>
    </message>
    <message>
        <source>Waar wil je het over hebben?</source>
        <translation>What do you want to talk about?</translation>
    </message>
    <message>
        <source>Waar wil jij het over hebben?</source>
        <translation>What do you want to talk about?</translation>
    </message>
    <message>
        <source>{count} over tijd</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>&amp;Eerder</source>
        <translation>&amp;Earlier</translation>
    </message>
    <message>
        <source>&amp;Weglaten</source>
        <translation>Leave &amp;out</translation>
    </message>
    <message>
        <source>Iedereen die je koos, staat in het voorstel.</source>
        <translation>Everybody you chose is in the proposal.</translation>
    </message>
    <message>
        <source>L&amp;ater</source>
        <translation>L&amp;ater</translation>
    </message>
    <message>
        <source>Niemand kon worden ingepland. Hiernaast staat waarom.</source>
        <translation>Nobody could be planned. Beside it stands why.</translation>
    </message>
    <message>
        <source>Niet ingepland: {count}</source>
        <translation>Not planned: {count}</translation>
    </message>
    <message>
        <source>Voorstel</source>
        <translation>Proposal</translation>
    </message>
</context>
<context>
    <name>ProposerCard</name>
    <message>
        <source>Alle studenten van {name} bevestigen</source>
        <translation>Confirm all students of {name}</translation>
    </message>
    <message>
        <source>Alle {count} bevestigen</source>
        <translation>Confirm all {count}</translation>
    </message>
</context>
<context>
    <name>QuestionBankPage</name>
    <message>
        <source>&amp;Competentie</source>
        <translation>&amp;Competency</translation>
    </message>
    <message>
        <source>&amp;Eigen vraag</source>
        <translation>Own qu&amp;estion</translation>
    </message>
    <message>
        <source>&amp;Fase</source>
        <translation>&amp;Phase</translation>
    </message>
    <message>
        <source>&amp;Zoeken</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>De vraag is uit de bank. Wat er in gesprekken staat, blijft staan.</source>
        <translation>The question is out of the bank. What stands in talks, stays there.</translation>
    </message>
    <message>
        <source>De vraag is veranderd.</source>
        <translation>The question was changed.</translation>
    </message>
    <message>
        <source>De vraag staat weer in de bank.</source>
        <translation>The question is back in the bank.</translation>
    </message>
    <message>
        <source>Een woord uit de vraag</source>
        <translation>A word of the question</translation>
    </message>
    <message>
        <source>Eigen vraag</source>
        <translation>Own question</translation>
    </message>
    <message>
        <source>Eigen vraag veranderen</source>
        <translation>Change an own question</translation>
    </message>
    <message>
        <source>Geen vraag met deze woorden. Zoek op een ander woord.</source>
        <translation>No question with these words. Search for another word.</translation>
    </message>
    <message>
        <source>Hier staan de vragen die jullie zelf toevoegen.</source>
        <translation>Here are the questions that you add yourselves.</translation>
    </message>
    <message>
        <source>Iedereen die gesprekken voert, kan hem kiezen.</source>
        <translation>Everybody who holds talks can choose it.</translation>
    </message>
    <message>
        <source>In gesprekken van eerder blijft staan wat er toen is gevraagd.</source>
        <translation>Earlier talks keep what was asked then.</translation>
    </message>
    <message>
        <source>Je vraag is nog niet bewaard. In de vragenbank staat hij voor je klaar.</source>
        <translation>Your question is not saved yet. It waits for you in the question bank.</translation>
    </message>
    <message>
        <source>Je vraag staat in de bank, voor iedereen die gesprekken voert.</source>
        <translation>Your question is in the bank, for everybody who holds talks.</translation>
    </message>
    <message>
        <source>Jullie hebben nog geen eigen vraag voor hier. Kies ‘Eigen vraag’ om er een op te schrijven: hij blijft bewaard, ook als de werkbank nieuwe vragen krijgt.</source>
        <translation>You have no own question here yet. Choose ‘Own question’ to write one: it is kept, also when the workbench gets new questions.</translation>
    </message>
    <message>
        <source>Van &amp;wie</source>
        <translation>&amp;Whose</translation>
    </message>
    <message>
        <source>Vraag bewaren</source>
        <translation>Save question</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Vragenbank</source>
        <translation>Question bank</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>eigen vragen</source>
        <translation>own questions</translation>
    </message>
    <message>
        <source>{count} vragen om uit te kiezen</source>
        <translation>{count} questions to choose from</translation>
    </message>
    <message>
        <source>{count} vragen om uit te kiezen, waarvan {own} eigen</source>
        <translation>{count} questions to choose from, {own} of them own</translation>
    </message>
</context>
<context>
    <name>QuestionDetail</name>
    <message>
        <source>Eigen vraag van {name}, sinds {day} niet meer aangeboden</source>
        <translation>Own question of {name}, not offered since {day}</translation>
    </message>
    <message>
        <source>Eigen vraag van {name}, {day}</source>
        <translation>Own question of {name}, {day}</translation>
    </message>
    <message>
        <source>Uit de bank halen</source>
        <translation>Take out of the bank</translation>
    </message>
    <message>
        <source>Veranderen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Weer aanbieden</source>
        <translation>Offer again</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>&amp;Competentie</source>
        <translation>&amp;Competency</translation>
    </message>
    <message>
        <source>Begin bij iets wat de student heeft meegemaakt.</source>
        <translation>Begin with something the student has lived through.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bij welk &amp;gesprek?</source>
        <translation>In which &amp;talk?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: Vertel over een keer dat je … Wat deed je toen?</source>
        <translation>For example: Tell about a time when you … What did you do then?</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>De &amp;vraag</source>
        <translation>The &amp;question</translation>
    </message>
    <message>
        <source>In welke &amp;fase?</source>
        <translation>In which &amp;phase?</translation>
    </message>
    <message>
        <source>Kies je niets, dan past de vraag bij elk gesprek in die fase.</source>
        <translation>If you choose nothing, the question fits every talk in that phase.</translation>
    </message>
    <message>
        <source>Op deze vraag past ‘ja’ of ‘nee’. Met hoe, wat, wanneer of ‘vertel over’ krijg je een verhaal.</source>
        <translation>‘Yes’ or ‘no’ would answer this. With how, what, when or ‘tell about’ you get a story.</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>QuestionPicker</name>
    <message>
        <source>Andere vragen</source>
        <translation>Other questions</translation>
    </message>
    <message>
        <source>Drie vragen is genoeg. Haal er een weg om een andere te kiezen.</source>
        <translation>Three questions are enough. Remove one to choose another.</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Hiervoor staat er geen vraag in de bank.</source>
        <translation>The bank has no question for this.</translation>
    </message>
    <message>
        <source>Je hebt drie vragen gekozen.</source>
        <translation>You have chosen three questions.</translation>
    </message>
    <message>
        <source>Kies hooguit drie vragen. Ze staan straks groot in beeld.</source>
        <translation>Choose three questions at most. They will be shown large on the screen.</translation>
    </message>
    <message>
        <source>Vragen van welke competentie</source>
        <translation>Questions of which competence</translation>
    </message>
    <message>
        <source>Vragen voor welke fase</source>
        <translation>Questions for which phase</translation>
    </message>
    <message>
        <source>Vragenbank</source>
        <translation>Question bank</translation>
    </message>
</context>
<context>
    <name>QuickCapture</name>
    <message>
        <source>Snel noteren (Ctrl+Shift+N)</source>
        <translation>Quick note (Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>QuickOpen</name>
    <message>
        <source>&amp;Snel openen</source>
        <translation>&amp;Quick unlock</translation>
    </message>
    <message>
        <source>Even geduld. Opent je computer een venster? Kies daar voor toestaan.</source>
        <translation>One moment. Does your computer open a window? Choose to allow it there.</translation>
    </message>
    <message>
        <source>Toch &amp;met wachtwoordzin</source>
        <translation>Use &amp;my passphrase instead</translation>
    </message>
</context>
<context>
    <name>QuickSection</name>
    <message>
        <source>Aanzetten</source>
        <translation>Turn on</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Het werkt op één computer tegelijk. Je wachtwoordzin en je herstelcode blijven altijd werken. Kies je een nieuwe wachtwoordzin, dan gaat Snel openen uit.</source>
        <translation>It works on one computer at a time. Your passphrase and your recovery code always keep working. If you choose a new passphrase, quick unlock is turned off.</translation>
    </message>
    <message>
        <source>Hier opnieuw aanzetten</source>
        <translation>Put on here again</translation>
    </message>
    <message>
        <source>Je computer wordt gevraagd…</source>
        <translation>Asking your computer…</translation>
    </message>
    <message>
        <source>Je opent je werkboek dan met één knop, zonder wachtwoordzin. Zet dit alleen aan als niemand anders jouw computeraccount gebruikt: wie op deze computer is ingelogd als jij, kan dit werkboek openen.</source>
        <translation>You then open your workbook with one button, without a passphrase. Only turn this on if nobody else uses your computer account: whoever is logged in on this computer as you can open this workbook.</translation>
    </message>
    <message>
        <source>Je wachtwoordzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Snel openen aanzetten</source>
        <translation>Turn on quick unlock</translation>
    </message>
    <message>
        <source>Snel openen staat aan op deze computer. De knop staat op het eerste scherm.</source>
        <translation>Quick unlock is on for this computer. The button is on the first screen.</translation>
    </message>
    <message>
        <source>Snel openen staat aan. Werkt het op deze computer niet? Zet het hier dan opnieuw aan.</source>
        <translation>Quick unlock is on. Does it not work on this computer? Then put it on here again.</translation>
    </message>
    <message>
        <source>Snel openen staat uit.</source>
        <translation>Quick unlock is off.</translation>
    </message>
    <message>
        <source>Snel openen staat uit. Wat je computer nog bewaart, opent dit werkboek niet meer.</source>
        <translation>Quick unlock is off. What your computer still keeps does not open this workbook any more.</translation>
    </message>
    <message>
        <source>Snel openen uitzetten</source>
        <translation>Turn off quick unlock</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
</context>
<context>
    <name>RadarChart</name>
    <message>
        <source>{skill}: toen {then}, nu {now}</source>
        <translation>{skill}: {then} then, {now} now</translation>
    </message>
</context>
<context>
    <name>ReaderRow</name>
    <message>
        <source>Kan nu niet lezen: het account of de rol is gestopt.</source>
        <translation>Cannot read now: the account or the role has ended.</translation>
    </message>
    <message>
        <source>Meelezen stoppen</source>
        <translation>Stop reading along</translation>
    </message>
    <message>
        <source>Zelf stoppen met meelezen</source>
        <translation>Stop reading along yourself</translation>
    </message>
    <message>
        <source>gevraagd door {name} op {day}</source>
        <translation>asked by {name} on {day}</translation>
    </message>
    <message>
        <source>tot en met {day}</source>
        <translation>up to and including {day}</translation>
    </message>
    <message>
        <source>zolang de tweede lijn met de student werkt</source>
        <translation>as long as the second line works with the student</translation>
    </message>
</context>
<context>
    <name>ReadersCard</name>
    <message>
        <source>Dit werkboek staat op één laptop en alleen jij kunt het openen. Een collega laten meelezen kan op de server van een school.</source>
        <translation>This workbook is on one laptop and only you can open it. Letting a colleague read along is possible on a school’s server.</translation>
    </message>
    <message>
        <source>Een teamleider ziet namen en datums, geen tekst. Anderen zien niets van dit dossier.</source>
        <translation>A team leader sees names and dates, no text. Others see nothing of this dossier.</translation>
    </message>
    <message>
        <source>Iemand laten meelezen</source>
        <translation>Let somebody read along</translation>
    </message>
    <message>
        <source>Wie er nog meer mag meelezen, weet de begeleider van de student.</source>
        <translation>The student’s counsellor knows who else may read along.</translation>
    </message>
    <message>
        <source>Wie mag dit dossier lezen</source>
        <translation>Who may read this dossier</translation>
    </message>
    <message>
        <source>{name}, begeleider van de student</source>
        <translation>{name}, the student’s counsellor</translation>
    </message>
</context>
<context>
    <name>ReadingAlong</name>
    <message>
        <source>In je eigen woorden</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Kies eerst wat jij ervan vindt.</source>
        <translation>First choose what you think of it.</translation>
    </message>
    <message>
        <source>Klopt dit verslag?</source>
        <translation>Is this record right?</translation>
    </message>
    <message>
        <source>Lees het verslag van je gesprek. Zeg daarna wat jij ervan vindt.</source>
        <translation>Read the record of your talk. Then say what you think of it.</translation>
    </message>
    <message>
        <source>Schrijf op hoe jij erover denkt.</source>
        <translation>Write down what you think of it.</translation>
    </message>
    <message>
        <source>Teruggekeken op</source>
        <translation>Looked back on</translation>
    </message>
    <message>
        <source>Wat jij hier schrijft, komt bij het verslag te staan.</source>
        <translation>What you write here will stand beside the record.</translation>
    </message>
    <message>
        <source>Wat vind jij?</source>
        <translation>What do you think?</translation>
    </message>
    <message>
        <source>Wat we afspraken</source>
        <translation>What we agreed</translation>
    </message>
    <message>
        <source>{kind} op {day}</source>
        <translation>{kind} on {day}</translation>
    </message>
    <message>
        <source>{name} heeft het verslag gelezen en gezegd wat er klopt.</source>
        <translation>{name} has read the record and said whether it is right.</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>&amp;Overnemen</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>Dit schreef de student</source>
        <translation>This is what the student wrote</translation>
    </message>
    <message>
        <source>Dit schreef het bedrijf</source>
        <translation>This is what the company wrote</translation>
    </message>
    <message>
        <source>Er staat geen naam bij. In het gesprek komt: {name}.</source>
        <translation>There is no name with it. In the talk it will say: {name}.</translation>
    </message>
    <message>
        <source>In dit bestand zit ook een script of een bijlage. Daar is niets mee gedaan. Open het bestand zelf liever niet.</source>
        <translation>This file also holds a script or an attachment. Nothing was done with it. Better not open the file itself.</translation>
    </message>
    <message>
        <source>Niet ingevuld</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Niet overnemen</source>
        <translation>Do not take over</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>RecordStep</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: de datum van de afspraak klopte niet</source>
        <translation>For example: the date of the agreement was wrong</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dag van het gesprek</source>
        <translation>Day of the talk</translation>
    </message>
    <message>
        <source>Draai het scherm en lees het samen door.</source>
        <translation>Turn the screen and read it through together.</translation>
    </message>
    <message>
        <source>Het gesprek</source>
        <translation>The talk</translation>
    </message>
    <message>
        <source>In een paar zinnen, zo dat de student het herkent.</source>
        <translation>In a few sentences, so that the student recognises it.</translation>
    </message>
    <message>
        <source>Je verbetert een vastgelegd gesprek. Het wordt een nieuwe versie; wat er stond, blijft bewaard.</source>
        <translation>You are correcting a recorded talk. It becomes a new version; what was there is kept.</translation>
    </message>
    <message>
        <source>Loopbaancompetenties</source>
        <translation>Career competences</translation>
    </message>
    <message>
        <source>Open alleen wat besproken is.</source>
        <translation>Only open what you talked about.</translation>
    </message>
    <message>
        <source>Samen afsluiten</source>
        <translation>Close together</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next talk</translation>
    </message>
    <message>
        <source>Vul ook de dag in.</source>
        <translation>Fill in the day as well.</translation>
    </message>
    <message>
        <source>Waar ging het over?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Wat is er anders, en waarom?</source>
        <translation>What is different, and why?</translation>
    </message>
</context>
<context>
    <name>RecoveryScreen</name>
    <message>
        <source>Pak het papier met je herstelcode van ‘{name}’.</source>
        <translation>Take the paper with your recovery code of ‘{name}’.</translation>
    </message>
    <message>
        <source>Wachtwoordzin vergeten</source>
        <translation>Passphrase forgotten</translation>
    </message>
    <message>
        <source>Werkboek &amp;openen</source>
        <translation>&amp;Open workbook</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>A&amp;fdrukken of bewaren als PDF</source>
        <translation>Pr&amp;int or save as PDF</translation>
    </message>
    <message>
        <source>Code &amp;maken</source>
        <translation>M&amp;ake code</translation>
    </message>
    <message>
        <source>De nieuwe herstelcode werkt. Oudere reservekopieën gaan nog open met de oude.</source>
        <translation>The new recovery code works. Older backups still open with the old one.</translation>
    </message>
    <message>
        <source>Deze code &amp;gebruiken</source>
        <translation>&amp;Use this code</translation>
    </message>
    <message>
        <source>Dit is een andere code. Vergelijk hem met je papier.</source>
        <translation>This is a different code. Compare it with your paper.</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Herstelcode.pdf</source>
        <translation>Recovery code.pdf</translation>
    </message>
    <message>
        <source>Herstelcode: {code}</source>
        <translation>Recovery code: {code}</translation>
    </message>
    <message>
        <source>Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Capitals, hyphens and spaces do not matter.</translation>
    </message>
    <message>
        <source>Je oude herstelcode blijft gelden. Versnipper het nieuwe papier.</source>
        <translation>Your old recovery code remains valid. Shred the new paper.</translation>
    </message>
    <message>
        <source>Je wachtwoord&amp;zin</source>
        <translation>&amp;Your passphrase</translation>
    </message>
    <message>
        <source>Nieuwe &amp;herstelcode maken</source>
        <translation>Make a new reco&amp;very code</translation>
    </message>
    <message>
        <source>Op papier, voor als je de wachtwoordzin vergeet. Kwijt of gezien door een ander? Maak een nieuwe.</source>
        <translation>On paper, in case you forget the passphrase. Lost, or seen by someone else? Make a new one.</translation>
    </message>
    <message>
        <source>T&amp;yp de code over van je papier</source>
        <translation>Type the code &amp;from your paper</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>&amp;Afdrukken of bewaren als PDF</source>
        <translation>Pr&amp;int or save as PDF</translation>
    </message>
    <message>
        <source>Dit is een andere code. Vergelijk hem met je papier.</source>
        <translation>This is a different code. Compare it with your paper.</translation>
    </message>
    <message>
        <source>Herstelcode: {code}</source>
        <translation>Recovery code: {code}</translation>
    </message>
    <message>
        <source>Met deze code kom je binnen als je je wachtwoordzin vergeet. Je ziet hem alleen nu. Druk hem af en bewaar het blad op een veilige plek, niet bij je laptop.</source>
        <translation>This code lets you in if you forget your passphrase. You only see it now. Print it and keep the sheet in a safe place, not with your laptop.</translation>
    </message>
    <message>
        <source>Typ hem over van je papier. Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Type it from your paper. Capitals, hyphens and spaces do not matter.</translation>
    </message>
</context>
<context>
    <name>ResponseCard</name>
    <message>
        <source>&amp;Reactie van de student</source>
        <translation>&amp;Response of the student</translation>
    </message>
    <message>
        <source>De praktijkopleider leest en antwoordt zelf; de rest van de werkbank gaat op slot</source>
        <translation>The workplace trainer reads and answers in person; the rest of the workbench is locked</translation>
    </message>
    <message>
        <source>De reactie is bewaard.</source>
        <translation>The response was kept.</translation>
    </message>
    <message>
        <source>De student leest en antwoordt zelf; de rest van de werkbank gaat op slot</source>
        <translation>The student reads and answers; the rest of the werkbank is locked</translation>
    </message>
    <message>
        <source>In eigen woorden van de praktijkopleider</source>
        <translation>In the trainer&apos;s own words</translation>
    </message>
    <message>
        <source>Kies eerst wat er gezegd is.</source>
        <translation>First choose what was said.</translation>
    </message>
    <message>
        <source>Laat de praktijkopleider dit zelf typen, of schrijf letterlijk op.</source>
        <translation>Let the trainer type this, or write it down word for word.</translation>
    </message>
    <message>
        <source>Laat {name} &amp;meelezen</source>
        <translation>Let {name} read alon&amp;g</translation>
    </message>
    <message>
        <source>Laat {name} meelezen</source>
        <translation>Let {name} read along</translation>
    </message>
    <message>
        <source>Nieuwe &amp;reactie</source>
        <translation>New &amp;response</translation>
    </message>
    <message>
        <source>Nog niets. Lees het verslag samen door.</source>
        <translation>Nothing yet. Read the report through together.</translation>
    </message>
    <message>
        <source>Reactie be&amp;waren</source>
        <translation>&amp;Save response</translation>
    </message>
    <message>
        <source>Reactie van het &amp;bedrijf</source>
        <translation>Response of the &amp;company</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Wat zegt de praktijkopleider?</source>
        <translation>What does the trainer say?</translation>
    </message>
    <message>
        <source>het leerbedrijf</source>
        <translation>the company</translation>
    </message>
</context>
<context>
    <name>ResponseFields</name>
    <message>
        <source>Dit mag leeg blijven.</source>
        <translation>This may stay empty.</translation>
    </message>
    <message>
        <source>In eigen woorden van de student</source>
        <translation>In the student&apos;s own words</translation>
    </message>
    <message>
        <source>Laat de student dit zelf typen, of schrijf letterlijk op.</source>
        <translation>Let the student type this, or write it down word for word.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Wat klopt er niet, of wat mis je? Jullie woorden blijven allebei staan.</source>
        <translation>What is not right, or what is missing? Both your words are kept.</translation>
    </message>
    <message>
        <source>Wat zegt de student?</source>
        <translation>What does the student say?</translation>
    </message>
</context>
<context>
    <name>RestoreScreen</name>
    <message>
        <source>&amp;Kies een reservekopie…</source>
        <translation>&amp;Choose a backup…</translation>
    </message>
    <message>
        <source>&amp;Wachtwoordzin</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>1  Welke reservekopie?</source>
        <translation>1  Which backup?</translation>
    </message>
    <message>
        <source>2  Waarmee open je hem?</source>
        <translation>2  What do you open it with?</translation>
    </message>
    <message>
        <source>3  Waar komt het werkboek?</source>
        <translation>3  Where does the workbook go?</translation>
    </message>
    <message>
        <source>Andere &amp;map…</source>
        <translation>Another &amp;folder…</translation>
    </message>
    <message>
        <source>Je krijgt een nieuw werkboek. Wat er al staat, blijft zoals het is.</source>
        <translation>You get a new workbook. What is already there stays as it is.</translation>
    </message>
    <message>
        <source>Kies eerst een reservekopie.</source>
        <translation>First choose a backup.</translation>
    </message>
    <message>
        <source>Map voor het werkboek</source>
        <translation>Folder for the workbook</translation>
    </message>
    <message>
        <source>Met de herstelcode</source>
        <translation>With the recovery code</translation>
    </message>
    <message>
        <source>Met de wachtwoordzin van toen</source>
        <translation>With the passphrase of that time</translation>
    </message>
    <message>
        <source>Nog niet gekozen.</source>
        <translation>Not chosen yet.</translation>
    </message>
    <message>
        <source>Reservekopie (*.lobkopie)</source>
        <translation>Backup (*.lobkopie)</translation>
    </message>
    <message>
        <source>Reservekopie kiezen</source>
        <translation>Choose backup</translation>
    </message>
    <message>
        <source>Reservekopie terugzetten</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>Terug&amp;zetten</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Terugzetten…</source>
        <translation>Restoring…</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
</context>
<context>
    <name>ReturningCard</name>
    <message>
        <source>Alles beantwoord.</source>
        <translation>All answered.</translation>
    </message>
    <message>
        <source>Nog 1 te beantwoorden: gedaan, loopt door of vervallen?</source>
        <translation>1 still to answer: done, goes on or dropped?</translation>
    </message>
    <message>
        <source>Nog {count} te beantwoorden: gedaan, loopt door of vervallen?</source>
        <translation>{count} still to answer: done, goes on or dropped?</translation>
    </message>
    <message>
        <source>Vorige keer afgesproken</source>
        <translation>Agreed last time</translation>
    </message>
</context>
<context>
    <name>ReturningRow</name>
    <message>
        <source>Deze afspraak is intussen ergens anders bijgewerkt: {state}.</source>
        <translation>This agreement was updated elsewhere meanwhile: {state}.</translation>
    </message>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kies met 1, 2 of 3, of met de pijltjes</source>
        <translation>Choose with 1, 2 or 3, or with the arrows</translation>
    </message>
    <message>
        <source>Loopt door</source>
        <translation>Goes on</translation>
    </message>
    <message>
        <source>Over 5 weken</source>
        <translation>In 5 weeks</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Toch mijn antwoord</source>
        <translation>My answer all the same</translation>
    </message>
    <message>
        <source>Tot wanneer?</source>
        <translation>Until when?</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next talk</translation>
    </message>
    <message>
        <source>Volgende week</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>Waarom vervalt deze afspraak?</source>
        <translation>Why is this agreement dropped?</translation>
    </message>
    <message>
        <source>Zo laten</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>afgesproken op {day}</source>
        <translation>agreed on {day}</translation>
    </message>
    <message>
        <source>gedaan</source>
        <translation>done</translation>
    </message>
    <message>
        <source>loopt door tot {day}</source>
        <translation>goes on until {day}</translation>
    </message>
    <message>
        <source>uiterlijk {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>vervallen, ‘{reason}’</source>
        <translation>dropped, ‘{reason}’</translation>
    </message>
    <message>
        <source>weer open</source>
        <translation>open again</translation>
    </message>
</context>
<context>
    <name>RoomsView</name>
    <message>
        <source>&amp;Bewaren</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Nieuwe ruimte</source>
        <translation>&amp;New room</translation>
    </message>
    <message>
        <source>Besloten</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>Besloten: er is een deur die dicht kan</source>
        <translation>Private: there is a door that shuts</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nog geen ruimtes. Voeg er hiernaast een toe.</source>
        <translation>No rooms yet. Add one on the right.</translation>
    </message>
    <message>
        <source>Ruimte</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Ruimte aanpassen</source>
        <translation>Change the room</translation>
    </message>
    <message>
        <source>Ruimte toevoegen</source>
        <translation>Add a room</translation>
    </message>
    <message>
        <source>Ruimtes</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>Terug naar de agenda</source>
        <translation>Back to the agenda</translation>
    </message>
    <message>
        <source>ja, met deur</source>
        <translation>yes, with a door</translation>
    </message>
    <message>
        <source>nee, open ruimte</source>
        <translation>no, open space</translation>
    </message>
    <message>
        <source>{room} is bewaard.</source>
        <translation>{room} is saved.</translation>
    </message>
</context>
<context>
    <name>RouteForm</name>
    <message>
        <source>&amp;Naam van de route</source>
        <translation>&amp;Name of the route</translation>
    </message>
    <message>
        <source>1 skill gekozen</source>
        <translation>1 skill chosen</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: leidinggeven in de keuken</source>
        <translation>For example: leading in the kitchen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Kies een of meer skills voor deze route.</source>
        <translation>Choose one or more skills for this route.</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>{count} skills gekozen</source>
        <translation>{count} skills chosen</translation>
    </message>
</context>
<context>
    <name>RoutesView</name>
    <message>
        <source>Een route is een eigen keuze uit de skills, zoals ‘leidinggeven in de keuken’. In de matrix zie je dan alleen die skills. Maak er een met ‘Nieuwe route’, of kies een werkproces bij Kwalificatiedossiers.</source>
        <translation>A route is a choice of your own from the skills, such as ‘leading in the kitchen’. In the matrix you then see only those skills. Make one with ‘New route’, or choose a work process in Qualification dossiers.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Uit gebruik halen</source>
        <translation>Take out of use</translation>
    </message>
    <message>
        <source>Veranderen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Weer gebruiken</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>{count} skills van deze route staan niet meer in de set.</source>
        <translation>{count} skills of this route are no longer in the set.</translation>
    </message>
</context>
<context>
    <name>SavingCard</name>
    <message>
        <source>&amp;Map kiezen en opslaan</source>
        <translation>Choose a &amp;folder and save</translation>
    </message>
    <message>
        <source>1 badge opslaan</source>
        <translation>Save 1 badge</translation>
    </message>
    <message>
        <source>1 bestand opgeslagen.</source>
        <translation>1 file saved.</translation>
    </message>
    <message>
        <source>De bestanden worden gemaakt</source>
        <translation>The files are being made</translation>
    </message>
    <message>
        <source>De rugzak is opgeslagen als {name}.</source>
        <translation>The backpack was saved as {name}.</translation>
    </message>
    <message>
        <source>In de naam van een bestand staat niet van wie de badge is. In de badge zelf wel.</source>
        <translation>The name of a file does not say whose badge it is. The badge itself does.</translation>
    </message>
    <message>
        <source>Inlognaam voor edubadges: studentnummer@</source>
        <translation>Login for edubadges: student number@</translation>
    </message>
    <message>
        <source>Leeg: de inlognaam is het mailadres.</source>
        <translation>Empty: the login is the e-mail address.</translation>
    </message>
    <message>
        <source>Lijst voor &amp;edubadges opslaan</source>
        <translation>Save list for &amp;edubadges</translation>
    </message>
    <message>
        <source>Map voor de badges</source>
        <translation>Folder for the badges</translation>
    </message>
    <message>
        <source>Map voor de lijst</source>
        <translation>Folder for the list</translation>
    </message>
    <message>
        <source>Rugzak met badges (*.html)</source>
        <translation>Backpack with badges (*.html)</translation>
    </message>
    <message>
        <source>Rugzak opslaan</source>
        <translation>Save backpack</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Vink aan wat je wilt opslaan.</source>
        <translation>Tick what you want to save.</translation>
    </message>
    <message>
        <source>{count} badges opslaan</source>
        <translation>Save {count} badges</translation>
    </message>
    <message>
        <source>{count} bestanden opgeslagen.</source>
        <translation>{count} files saved.</translation>
    </message>
</context>
<context>
    <name>SchoolLine</name>
    <message>
        <source>De verbinding met de school is er weer.</source>
        <translation>The connection with the school is back.</translation>
    </message>
    <message>
        <source>De verbinding met de school is weg. De werkbank probeert het opnieuw.</source>
        <translation>The connection with the school is gone. The workbench is trying again.</translation>
    </message>
    <message>
        <source>Geen verbinding</source>
        <translation>No connection</translation>
    </message>
</context>
<context>
    <name>SchoolWarnings</name>
    <message>
        <source>&amp;Gelezen</source>
        <translation>&amp;Seen</translation>
    </message>
</context>
<context>
    <name>SchoolYearPage</name>
    <message>
        <source>&amp;Kijk wat er verandert</source>
        <translation>See what &amp;changes</translation>
    </message>
    <message>
        <source>&amp;Ongedaan maken</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Terug</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Zo invoeren</source>
        <translation>&amp;Enter this</translation>
    </message>
    <message>
        <source>Alles is weer zoals het was.</source>
        <translation>Everything is as it was.</translation>
    </message>
    <message>
        <source>Klassen gaan door, wie klaar is gaat van school.</source>
        <translation>Classes go on, who is done leaves school.</translation>
    </message>
    <message>
        <source>Lees eerst je studentenlijst in. Daarna kun je klassen laten doorgaan.</source>
        <translation>Read your student list first. After that you can let classes go on.</translation>
    </message>
    <message>
        <source>Naar &amp;Studenten</source>
        <translation>To &amp;students</translation>
    </message>
    <message>
        <source>Nieuw schooljaar</source>
        <translation>New school year</translation>
    </message>
    <message>
        <source>Nog geen studenten</source>
        <translation>No students yet</translation>
    </message>
    <message>
        <source>Studentenlijst inlezen</source>
        <translation>Import student list</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>&amp;Terug</source>
        <translation>&amp;Back</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Zoek student, gesprek, afspraak…</source>
        <translation>Find a student, talk, agreement…</translation>
    </message>
    <message>
        <source>Zoeken in alles (Ctrl+K)</source>
        <translation>Search everything (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>SearchCard</name>
    <message>
        <source>Naam, nummer, pagina of opdracht</source>
        <translation>Name, number, page or command</translation>
    </message>
    <message>
        <source>Naam, nummer, woord uit een gesprek, pagina of opdracht</source>
        <translation>Name, number, word from a talk, page or command</translation>
    </message>
    <message>
        <source>Niets gevonden. Typ het begin van een naam of van een woord.</source>
        <translation>Nothing found. Type the beginning of a name or of a word.</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Zoeken in alles</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>↑ en ↓ kiezen, Enter gaat erheen, Esc sluit, F1 legt uit.</source>
        <translation>↑ and ↓ choose, Enter goes there, Esc closes, F1 explains.</translation>
    </message>
</context>
<context>
    <name>SecondPlaceSection</name>
    <message>
        <source>Andere &amp;plek…</source>
        <translation>Another p&amp;lace…</translation>
    </message>
    <message>
        <source>De kopie staat op je tweede plek en is gecontroleerd.</source>
        <translation>The backup is in your second place and was checked.</translation>
    </message>
    <message>
        <source>De laatste kopie daarheen is overgeslagen. Hij komt er vanzelf alsnog.</source>
        <translation>The last backup to it was skipped. It will still get there by itself.</translation>
    </message>
    <message>
        <source>De laatste kopie is daar niet goed aangekomen. Probeer het nog een keer. Lukt het weer niet, kies dan een andere plek.</source>
        <translation>The last backup did not arrive there well. Try again. If it fails again, choose another place.</translation>
    </message>
    <message>
        <source>De laatste kopie paste er niet meer bij. Maak daar ruimte vrij, of kies een andere plek.</source>
        <translation>The last backup did not fit any more. Free some room there, or choose another place.</translation>
    </message>
    <message>
        <source>De werkbank maakt daar geen kopieën meer. Wat er staat, blijft staan.</source>
        <translation>The workbench makes no more backups there. What is there stays.</translation>
    </message>
    <message>
        <source>Deze map hoort bij {service}. Voor kopieën mag dat: ze zijn op slot en veranderen niet meer.</source>
        <translation>This folder belongs to {service}. For backups that is fine: they are locked and do not change any more.</translation>
    </message>
    <message>
        <source>Deze plek is er nu niet. Zodra de stick erin zit of de map er weer is, komt de kopie er vanzelf.</source>
        <translation>This place is not there right now. Once the stick is in or the folder is back, the backup gets there by itself.</translation>
    </message>
    <message>
        <source>Dit is dezelfde schijf als die van je werkboek. Gaat die stuk, dan is deze kopie ook weg. Kies liever een stick of een map van school.</source>
        <translation>This is the same disk as that of your workbook. If it breaks, this backup is gone too. Better choose a stick or a folder of the school.</translation>
    </message>
    <message>
        <source>Geen tweede plek nodig</source>
        <translation>No second place needed</translation>
    </message>
    <message>
        <source>Gestopt. De kopie komt er later vanzelf.</source>
        <translation>Stopped. The backup gets there later by itself.</translation>
    </message>
    <message>
        <source>Kies een &amp;plek…</source>
        <translation>Choose a p&amp;lace…</translation>
    </message>
    <message>
        <source>Kopie naar je tweede plek…</source>
        <translation>Copying to your second place…</translation>
    </message>
    <message>
        <source>Laatste kopie daar: {day} om {time}</source>
        <translation>Last backup there: {day} at {time}</translation>
    </message>
    <message>
        <source>Niet meer gebruiken</source>
        <translation>Stop using</translation>
    </message>
    <message>
        <source>Nog geen plek gekozen. Raakt je laptop stuk of kwijt, dan helpt alleen een kopie ergens anders: een stick in een la die op slot kan, of een map van school.</source>
        <translation>No place chosen yet. If your laptop breaks or gets lost, only a backup somewhere else helps: a stick in a drawer that locks, or a folder of the school.</translation>
    </message>
    <message>
        <source>Nu d&amp;aarheen kopiëren</source>
        <translation>Copy there n&amp;ow</translation>
    </message>
    <message>
        <source>Op die plek staat nog geen kopie.</source>
        <translation>There is no backup in that place yet.</translation>
    </message>
    <message>
        <source>Op een tweede plek</source>
        <translation>In a second place</translation>
    </message>
    <message>
        <source>Tweede plek voor je kopieën</source>
        <translation>Second place for your backups</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>&amp;Nieuw schooljaar</source>
        <translation>&amp;New school year</translation>
    </message>
    <message>
        <source>De school</source>
        <translation>The school</translation>
    </message>
    <message>
        <source>De school, je wachtwoord en hoe alles werkt.</source>
        <translation>The school, your password and how everything works.</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Je werkboek, je wachtwoordzin, je reservekopieën en hoe alles werkt.</source>
        <translation>Your workbook, your passphrase, your backups and how everything works.</translation>
    </message>
    <message>
        <source>Mijn werkboek</source>
        <translation>My workbook</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>School bewaren</source>
        <translation>Save school</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Skills en routes</source>
        <translation>Skills and routes</translation>
    </message>
    <message>
        <source>Snel openen</source>
        <translation>Quick unlock</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Tips</translation>
    </message>
    <message>
        <source>Uiterlijk en gedrag</source>
        <translation>Look and behaviour</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wachtwoordzin en herstelcode</source>
        <translation>Passphrase and recovery code</translation>
    </message>
    <message>
        <source>Woorden van onze school</source>
        <translation>Words of our school</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Bij een PDF</source>
        <translation>With a PDF</translation>
    </message>
    <message>
        <source>Bij life skills</source>
        <translation>In life skills</translation>
    </message>
    <message>
        <source>Bij snel noteren</source>
        <translation>In a quick note</translation>
    </message>
    <message>
        <source>In de agenda</source>
        <translation>In the calendar</translation>
    </message>
    <message>
        <source>In een gesprek</source>
        <translation>In a talk</translation>
    </message>
    <message>
        <source>In een lijst</source>
        <translation>In a list</translation>
    </message>
    <message>
        <source>Op een pagina</source>
        <translation>On a page</translation>
    </message>
    <message>
        <source>Overal</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>afdrukken</source>
        <translation>print</translation>
    </message>
    <message>
        <source>bewaren</source>
        <translation>save</translation>
    </message>
    <message>
        <source>bewaren en terug</source>
        <translation>save and go back</translation>
    </message>
    <message>
        <source>bij een afspraak van vorige keer: gedaan, loopt door, vervalt</source>
        <translation>for an agreement from last time: done, continues, dropped</translation>
    </message>
    <message>
        <source>bij een periode van een afspraak: gepland, bezig, gelukt, loopt vast</source>
        <translation>for a period of an agreement: planned, under way, achieved, stuck</translation>
    </message>
    <message>
        <source>de PDF afdrukken</source>
        <translation>print the PDF</translation>
    </message>
    <message>
        <source>de PDF bewaren</source>
        <translation>save the PDF</translation>
    </message>
    <message>
        <source>de lijst sorteren</source>
        <translation>sort the list</translation>
    </message>
    <message>
        <source>de regel openen</source>
        <translation>open the line</translation>
    </message>
    <message>
        <source>de werkbank op slot</source>
        <translation>lock the workbench</translation>
    </message>
    <message>
        <source>een gesprek plannen</source>
        <translation>plan a talk</translation>
    </message>
    <message>
        <source>een scherm omhoog of omlaag</source>
        <translation>one screen up or down</translation>
    </message>
    <message>
        <source>een vak van de matrix openen; Esc sluit het</source>
        <translation>open a cell of the matrix; Esc closes it</translation>
    </message>
    <message>
        <source>even gesproken, opgevallen of voor mezelf</source>
        <translation>spoke briefly, noticed or for myself</translation>
    </message>
    <message>
        <source>groter</source>
        <translation>larger</translation>
    </message>
    <message>
        <source>het gesprek afzeggen</source>
        <translation>cancel the talk</translation>
    </message>
    <message>
        <source>het gesprek verzetten</source>
        <translation>move the talk</translation>
    </message>
    <message>
        <source>iemand kiezen, om alleen die mensen te tonen</source>
        <translation>choose somebody, to show only those people</translation>
    </message>
    <message>
        <source>iets aan- of uitvinken</source>
        <translation>tick or untick something</translation>
    </message>
    <message>
        <source>iets nieuws beginnen</source>
        <translation>start something new</translation>
    </message>
    <message>
        <source>klaar: doen wat de grote knop doet</source>
        <translation>done: do what the main button does</translation>
    </message>
    <message>
        <source>kleiner</source>
        <translation>smaller</translation>
    </message>
    <message>
        <source>naar de knop of het veld met die streep onder de letter</source>
        <translation>to the button or field with that letter underlined</translation>
    </message>
    <message>
        <source>naar de vorige of volgende regel</source>
        <translation>to the previous or next line</translation>
    </message>
    <message>
        <source>naar de vorige of volgende week</source>
        <translation>to the previous or next week</translation>
    </message>
    <message>
        <source>naar een pagina, in de volgorde van het menu</source>
        <translation>to a page, in the order of the menu</translation>
    </message>
    <message>
        <source>naar het volgende veld, en met Shift terug</source>
        <translation>to the next field, and with Shift back</translation>
    </message>
    <message>
        <source>naar vandaag</source>
        <translation>to today</translation>
    </message>
    <message>
        <source>naar voorbereiden, voeren of vastleggen</source>
        <translation>to prepare, hold or record</translation>
    </message>
    <message>
        <source>sluiten wat openstaat, of terug</source>
        <translation>close what is open, or go back</translation>
    </message>
    <message>
        <source>snel één regel noteren</source>
        <translation>quickly note one line</translation>
    </message>
    <message>
        <source>uitleg bij deze pagina, en nog een keer: deze lijst</source>
        <translation>help for this page, and once more: this list</translation>
    </message>
    <message>
        <source>van gesprek naar gesprek</source>
        <translation>from talk to talk</translation>
    </message>
    <message>
        <source>zo breed als het venster</source>
        <translation>as wide as the window</translation>
    </message>
    <message>
        <source>zoeken</source>
        <translation>search</translation>
    </message>
    <message>
        <source>{words}. Hier: {action}</source>
        <translation>{words}. Here: {action}</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>(niets ingevuld)</source>
        <translation>(nothing filled in)</translation>
    </message>
    <message>
        <source>Gelijk: 1 veld</source>
        <translation>Equal: 1 field</translation>
    </message>
    <message>
        <source>Gelijk: {count} velden</source>
        <translation>Equal: {count} fields</translation>
    </message>
    <message>
        <source>Jouw versie</source>
        <translation>Your version</translation>
    </message>
    <message>
        <source>Verschilt</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Versie van {name}, {when}</source>
        <translation>Version of {name}, {when}</translation>
    </message>
</context>
<context>
    <name>SignalsSection</name>
    <message>
        <source>Achter op de norm</source>
        <translation>Behind the norm</translation>
    </message>
    <message>
        <source>Bewaard. Dit geldt vanaf nu.</source>
        <translation>Saved. This applies from now on.</translation>
    </message>
    <message>
        <source>Een afspraak is over tijd</source>
        <translation>An agreement is overdue</translation>
    </message>
    <message>
        <source>Lang niet gesproken</source>
        <translation>Not spoken for long</translation>
    </message>
    <message>
        <source>Wat je aanvinkt, zie je bij Studenten en in Vandaag.</source>
        <translation>What you tick shows under Students and on Today.</translation>
    </message>
    <message>
        <source>Wordt binnen 30 dagen 16 of 18</source>
        <translation>Turns 16 or 18 within 30 days</translation>
    </message>
</context>
<context>
    <name>SigningField</name>
    <message>
        <source>In de sleutelbos van Windows of macOS. Alleen op een computer van jou alleen.</source>
        <translation>In the key ring of Windows or macOS. Only on a computer that is yours alone.</translation>
    </message>
    <message>
        <source>Je krijgt hem van wie de sleutels beheert.</source>
        <translation>You get it from who keeps the keys.</translation>
    </message>
    <message>
        <source>Onthoud de sleutel op deze computer</source>
        <translation>Remember the key on this computer</translation>
    </message>
    <message>
        <source>Wachtwoordzin van de badgesleutel</source>
        <translation>Passphrase of the badge key</translation>
    </message>
</context>
<context>
    <name>SkillSetsPage</name>
    <message>
        <source>&amp;Afdrukken</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>De route is veranderd.</source>
        <translation>The route has been changed.</translation>
    </message>
    <message>
        <source>De route staat klaar, ook in de matrix.</source>
        <translation>The route is ready, in the matrix too.</translation>
    </message>
    <message>
        <source>De set staat klaar voor de hele school.</source>
        <translation>The set is ready for the whole school.</translation>
    </message>
    <message>
        <source>Dit staat in het bestand</source>
        <translation>This is in the file</translation>
    </message>
    <message>
        <source>Dossier &amp;inlezen</source>
        <translation>&amp;Import dossier</translation>
    </message>
    <message>
        <source>Het kwalificatiedossier is overgenomen.</source>
        <translation>The qualification dossier has been taken over.</translation>
    </message>
    <message>
        <source>Je route is nog niet bewaard. Bij Skills en routes staat hij voor je.</source>
        <translation>Your route is not saved yet. It waits for you in Skills and routes.</translation>
    </message>
    <message>
        <source>Kwalificatiedossier (*.xml);;Alles (*)</source>
        <translation>Qualification dossier (*.xml);;Everything (*)</translation>
    </message>
    <message>
        <source>Kwalificatiedossier inlezen</source>
        <translation>Import qualification dossier</translation>
    </message>
    <message>
        <source>Kwalificatiedossiers</source>
        <translation>Qualification dossiers</translation>
    </message>
    <message>
        <source>Nieuwe &amp;route</source>
        <translation>New &amp;route</translation>
    </message>
    <message>
        <source>Nieuwe route</source>
        <translation>New route</translation>
    </message>
    <message>
        <source>Route bewaren</source>
        <translation>Save route</translation>
    </message>
    <message>
        <source>Route bewaren of bestand overnemen</source>
        <translation>Save route or take over file</translation>
    </message>
    <message>
        <source>Route veranderen</source>
        <translation>Change route</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Set &amp;inlezen</source>
        <translation>&amp;Import set</translation>
    </message>
    <message>
        <source>Set afdrukken</source>
        <translation>Print set</translation>
    </message>
    <message>
        <source>Set inlezen</source>
        <translation>Import set</translation>
    </message>
    <message>
        <source>Set skills (*.xlsx *.toml);;Alles (*)</source>
        <translation>Set of skills (*.xlsx *.toml);;Everything (*)</translation>
    </message>
    <message>
        <source>Sja&amp;bloon opslaan</source>
        <translation>Save &amp;template</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Skills en routes</source>
        <translation>Skills and routes</translation>
    </message>
    <message>
        <source>Wat wil je zien?</source>
        <translation>What do you want to see?</translation>
    </message>
</context>
<context>
    <name>SkillSheet</name>
    <message>
        <source>Skill afdrukken</source>
        <translation>Print skill</translation>
    </message>
    <message>
        <source>Werk waarin je dit nodig hebt</source>
        <translation>Work that asks for this</translation>
    </message>
    <message>
        <source>en nog {count} werkprocessen</source>
        <translation>and {count} more work processes</translation>
    </message>
</context>
<context>
    <name>SkillWorkbook</name>
    <message>
        <source>Overgenomen: {told}.</source>
        <translation>Taken over: {told}.</translation>
    </message>
    <message>
        <source>Vak</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Volgens</source>
        <translation>According to</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wat gebeurt er</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wordt</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>agreement</translation>
    </message>
    <message>
        <source>afspraken bijgewerkt: {count}</source>
        <translation>agreements updated: {count}</translation>
    </message>
    <message>
        <source>anders: {count}</source>
        <translation>different: {count}</translation>
    </message>
    <message>
        <source>gedrag</source>
        <translation>behaviour</translation>
    </message>
    <message>
        <source>kan niet</source>
        <translation>cannot</translation>
    </message>
    <message>
        <source>kan niet: {count}</source>
        <translation>cannot: {count}</translation>
    </message>
    <message>
        <source>laten staan</source>
        <translation>leave</translation>
    </message>
    <message>
        <source>naam</source>
        <translation>name</translation>
    </message>
    <message>
        <source>nieuwe afspraak</source>
        <translation>new agreement</translation>
    </message>
    <message>
        <source>niveau</source>
        <translation>level</translation>
    </message>
    <message>
        <source>overnemen</source>
        <translation>take over</translation>
    </message>
    <message>
        <source>stond er al: {count}</source>
        <translation>were there already: {count}</translation>
    </message>
    <message>
        <source>waarneming</source>
        <translation>observation</translation>
    </message>
    <message>
        <source>waarnemingen die op bevestiging wachten: {count}</source>
        <translation>observations that wait to be confirmed: {count}</translation>
    </message>
    <message>
        <source>{name}, gemaakt door {maker} op {day}</source>
        <translation>{name}, made by {maker} on {day}</translation>
    </message>
</context>
<context>
    <name>SkillWorkbookPage</name>
    <message>
        <source>&amp;Niet nu</source>
        <translation>&amp;Not now</translation>
    </message>
    <message>
        <source>&amp;Overnemen</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>&amp;Overnemen ({count})</source>
        <translation>&amp;Take over ({count})</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Er staan persoonlijke gegevens in: deel het bestand alleen met wie het nodig heeft, en gooi het weg als het terug is.</source>
        <translation>Saved as {name}. It holds personal data: share the file only with those who need it, and throw it away when it is back.</translation>
    </message>
    <message>
        <source>De werkmap maken</source>
        <translation>Making the workbook</translation>
    </message>
    <message>
        <source>De werkmap maken…</source>
        <translation>Making the workbook…</translation>
    </message>
    <message>
        <source>Deel een werkmap met collega&apos;s, en neem over wat zij invulden.</source>
        <translation>Share a workbook with colleagues, and take over what they filled in.</translation>
    </message>
    <message>
        <source>Excel-werkmap (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Het bestand lezen…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Life skills in Excel</source>
        <translation>Life skills in Excel</translation>
    </message>
    <message>
        <source>Overnemen (Ctrl+Enter)</source>
        <translation>Take over (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Overnemen…</source>
        <translation>Taking over…</translation>
    </message>
    <message>
        <source>Vergelijken met de werkbank…</source>
        <translation>Comparing with the werkbank…</translation>
    </message>
    <message>
        <source>Werkmap bewaren</source>
        <translation>Save workbook</translation>
    </message>
    <message>
        <source>Werkmap maken of overnemen</source>
        <translation>Make a workbook or take over</translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>&amp;Route</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Set</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Wie</source>
        <translation>&amp;Who</translation>
    </message>
    <message>
        <source>&amp;Zoeken</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>1 persoon</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>1 student</source>
        <translation>1 student</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Ba&amp;dges</source>
        <translation>Ba&amp;dges</translation>
    </message>
    <message>
        <source>E&amp;xcel</source>
        <translation>E&amp;xcel</translation>
    </message>
    <message>
        <source>Groei</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>Life skills</source>
        <translation>Life skills</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Naam of nummer</source>
        <translation>Name or number</translation>
    </message>
    <message>
        <source>Routes maken</source>
        <translation>Make routes</translation>
    </message>
    <message>
        <source>Skills &amp;en routes</source>
        <translation>Skills and rout&amp;es</translation>
    </message>
    <message>
        <source>Wat je ziet</source>
        <translation>What you see</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>alle skills</source>
        <translation>all skills</translation>
    </message>
    <message>
        <source>studenten</source>
        <translation>students</translation>
    </message>
    <message>
        <source>teamleden</source>
        <translation>team members</translation>
    </message>
    <message>
        <source>{count} mensen</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>{count} studenten</source>
        <translation>{count} students</translation>
    </message>
</context>
<context>
    <name>SkillsView</name>
    <message>
        <source>&amp;Zoeken</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Een woord uit een skill of gedrag</source>
        <translation>A word from a skill or behaviour</translation>
    </message>
    <message>
        <source>Geen skill met deze woorden. Zoek op een ander woord.</source>
        <translation>No skill with these words. Search for another word.</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Uit gebruik halen</source>
        <translation>Take out of use</translation>
    </message>
    <message>
        <source>Weer gebruiken</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>Welke &amp;set?</source>
        <translation>Whic&amp;h set?</translation>
    </message>
    <message>
        <source>{size}, ingelezen door {name} op {day}</source>
        <translation>{size}, imported by {name} on {day}</translation>
    </message>
    <message>
        <source>{size}, van de werkbank zelf</source>
        <translation>{size}, of the workbench itself</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>Bijvoorbeeld: oefent in twee lessen</source>
        <translation>For example: practises in two lessons</translation>
    </message>
    <message>
        <source>Deze dag ligt voor het begin van de periode.</source>
        <translation>This day is before the beginning of the period.</translation>
    </message>
    <message>
        <source>Deze periode loopt door een andere heen. Kies andere dagen.</source>
        <translation>This period overlaps another one. Choose other days.</translation>
    </message>
    <message>
        <source>Periode weghalen</source>
        <translation>Remove period</translation>
    </message>
    <message>
        <source>Periode {number}: {what}</source>
        <translation>Period {number}: {what}</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Until (inclusive)</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Vul in tot en met welke dag.</source>
        <translation>Fill in up to which day.</translation>
    </message>
    <message>
        <source>Vul in wanneer dit begint.</source>
        <translation>Fill in when this begins.</translation>
    </message>
    <message>
        <source>Wat gebeurt er dan?</source>
        <translation>What happens then?</translation>
    </message>
</context>
<context>
    <name>SlotsEditor</name>
    <message>
        <source>Deze periode, t/m {day}</source>
        <translation>This period, until {day}</translation>
    </message>
    <message>
        <source>Nog een periode</source>
        <translation>Another period</translation>
    </message>
    <message>
        <source>Snel kiezen</source>
        <translation>Choose quickly</translation>
    </message>
    <message>
        <source>Tot de {holiday}, t/m {day}</source>
        <translation>Up to the {holiday}, until {day}</translation>
    </message>
    <message>
        <source>Tot {holiday}, t/m {day}</source>
        <translation>Up to {holiday}, until {day}</translation>
    </message>
    <message>
        <source>Volgende periode, t/m {day}</source>
        <translation>Next period, until {day}</translation>
    </message>
    <message>
        <source>{weeks} weken, t/m {day}</source>
        <translation>{weeks} weeks, until {day}</translation>
    </message>
</context>
<context>
    <name>StaleAgreement</name>
    <message>
        <source>Afspraak aangepast.</source>
        <translation>Agreement changed.</translation>
    </message>
    <message>
        <source>Deze afspraak is {when} ergens anders op {state} gezet: ‘{what}’.</source>
        <translation>This agreement was set to {state} elsewhere {when}: ‘{what}’.</translation>
    </message>
    <message>
        <source>Deze afspraak is {when} uit het verslag gehaald: ‘{what}’.</source>
        <translation>This agreement was taken out of the report {when}: ‘{what}’.</translation>
    </message>
    <message>
        <source>Jij wilde: {state}.</source>
        <translation>You wanted: {state}.</translation>
    </message>
    <message>
        <source>Jouw reden: ‘{reason}’.</source>
        <translation>Your reason: ‘{reason}’.</translation>
    </message>
    <message>
        <source>Reden: ‘{reason}’.</source>
        <translation>Reason: ‘{reason}’.</translation>
    </message>
    <message>
        <source>Toch laten vervallen, met mijn reden</source>
        <translation>Drop it after all, with my reason</translation>
    </message>
    <message>
        <source>Toch op gedaan zetten</source>
        <translation>Set it to done after all</translation>
    </message>
    <message>
        <source>Toch weer openen</source>
        <translation>Open it again after all</translation>
    </message>
    <message>
        <source>Zo laten</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>gedaan</source>
        <translation>done</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>vervallen</source>
        <translation>dropped</translation>
    </message>
    <message>
        <source>{name} haalde deze afspraak {when} uit het verslag: ‘{what}’.</source>
        <translation>{name} took this agreement out of the report {when}: ‘{what}’.</translation>
    </message>
    <message>
        <source>{name} zette deze afspraak {when} op {state}: ‘{what}’.</source>
        <translation>{name} set this agreement to {state} {when}: ‘{what}’.</translation>
    </message>
</context>
<context>
    <name>StaleGoal</name>
    <message>
        <source>Iemand anders wijzigde deze afspraak terwijl jij typte. Nu staat er:</source>
        <translation>Somebody else changed this agreement while you were typing. Now it says:</translation>
    </message>
    <message>
        <source>Mijn versie bewaren</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <source>Wat jij typte, staat hieronder nog.</source>
        <translation>What you typed is still below.</translation>
    </message>
    <message>
        <source>Zo laten</source>
        <translation>Leave it so</translation>
    </message>
    <message>
        <source>{skill}, naar niveau {level}. {action}</source>
        <translation>{skill}, to level {level}. {action}</translation>
    </message>
</context>
<context>
    <name>StalePanel</name>
    <message>
        <source>&amp;Houd wat hier staat</source>
        <translation>&amp;Keep what stands here</translation>
    </message>
    <message>
        <source>&amp;Neem het andere over</source>
        <translation>&amp;Take over the other</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Dag van het gesprek</source>
        <translation>Day of the talk</translation>
    </message>
    <message>
        <source>Eens of verschillend</source>
        <translation>Agree or differ</translation>
    </message>
    <message>
        <source>Je hebt deze trialoog ook op een andere plek gewijzigd. Kies wat blijft staan.</source>
        <translation>You changed this three-way talk at another place too. Choose what stays.</translation>
    </message>
    <message>
        <source>Op de andere plek, {day} {time}</source>
        <translation>At the other place, {day} {time}</translation>
    </message>
    <message>
        <source>School: {topic}</source>
        <translation>School: {topic}</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next talk</translation>
    </message>
    <message>
        <source>Vorige keer afgesproken</source>
        <translation>Agreed last time</translation>
    </message>
    <message>
        <source>Wat hier staat</source>
        <translation>What stands here</translation>
    </message>
    <message>
        <source>Wat zien we samen?</source>
        <translation>What do we see together?</translation>
    </message>
</context>
<context>
    <name>StoryLine</name>
    <message>
        <source>Eerdere gebeurtenissen</source>
        <translation>Earlier events</translation>
    </message>
    <message>
        <source>Het verhaal begint hier</source>
        <translation>The story starts here</translation>
    </message>
    <message>
        <source>Jij ziet bovenaan wanneer er een gesprek was. Wat er besproken is, leest alleen de begeleider.</source>
        <translation>At the top you see when there was a talk. Only the counsellor reads what was said.</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Zodra er een gesprek is vastgelegd, staat het op deze tijdlijn.</source>
        <translation>As soon as a talk is recorded, it stands on this time line.</translation>
    </message>
    <message>
        <source>Zodra je een gesprek hebt vastgelegd, staat het op deze tijdlijn. Begin met ‘Gesprek’ rechtsboven.</source>
        <translation>As soon as you have recorded a talk, it appears on this time line. Start with ‘Talk’ at the top right.</translation>
    </message>
    <message>
        <source>alles</source>
        <translation>all</translation>
    </message>
</context>
<context>
    <name>StripView</name>
    <message>
        <source>Afspraken over het schooljaar</source>
        <translation>Agreements over the school year</translation>
    </message>
</context>
<context>
    <name>StudentAccess</name>
    <message>
        <source>Blijven meelezen</source>
        <translation>Go on reading along</translation>
    </message>
    <message>
        <source>Je kunt dit dossier daarna niet meer lezen. Alleen de begeleider van de student kan je opnieuw vragen.</source>
        <translation>You cannot read this dossier any more after that. Only the student’s counsellor can ask you again.</translation>
    </message>
    <message>
        <source>Je leest niet meer mee met deze student.</source>
        <translation>You do not read along with this student any more.</translation>
    </message>
    <message>
        <source>Meer tonen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Nog niemand heeft dit dossier gelezen.</source>
        <translation>Nobody has read this dossier yet.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppen met meelezen?</source>
        <translation>Stop reading along?</translation>
    </message>
    <message>
        <source>Wie dit dossier las, zien de student en de begeleider samen.</source>
        <translation>The student and the counsellor see together who read this dossier.</translation>
    </message>
    <message>
        <source>Wie las of veranderde iets</source>
        <translation>Who read or changed something</translation>
    </message>
    <message>
        <source>{name} leest niet meer mee.</source>
        <translation>{name} does not read along any more.</translation>
    </message>
</context>
<context>
    <name>StudentAgreements</name>
    <message>
        <source>Afgerond</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Afgerond ({count})</source>
        <translation>Finished ({count})</translation>
    </message>
    <message>
        <source>Afspraken o&amp;p papier</source>
        <translation>Agreements on &amp;paper</translation>
    </message>
    <message>
        <source>Afspraken op papier</source>
        <translation>Agreements on paper</translation>
    </message>
    <message>
        <source>Alles is gedaan of vervallen.</source>
        <translation>Everything is done or dropped.</translation>
    </message>
    <message>
        <source>Eén blad met hokjes om af te vinken, voor de student (Ctrl+P)</source>
        <translation>One sheet with boxes to tick, for the student (Ctrl+P)</translation>
    </message>
    <message>
        <source>Hier komen de afspraken die je in een gesprek maakt: wat, wie en uiterlijk wanneer. Open afspraken komen vanzelf terug in het volgende gesprek.</source>
        <translation>Here you find the agreements you make in a talk: what, who and by when. Open agreements come back by themselves in the next talk.</translation>
    </message>
    <message>
        <source>Nog geen afspraken</source>
        <translation>No agreements yet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open ({count})</source>
        <translation>Open ({count})</translation>
    </message>
    <message>
        <source>{count} over tijd</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>StudentBadgesTab</name>
    <message>
        <source>&amp;Badge uitreiken</source>
        <translation>&amp;Issue badge</translation>
    </message>
    <message>
        <source>Badges van deze student</source>
        <translation>Badges of this student</translation>
    </message>
    <message>
        <source>Bereikt, en nog zonder badge: {names}.</source>
        <translation>Reached, and without a badge so far: {names}.</translation>
    </message>
    <message>
        <source>Nog geen badge.</source>
        <translation>No badge yet.</translation>
    </message>
    <message>
        <source>{skill} (niveau {level})</source>
        <translation>{skill} (level {level})</translation>
    </message>
</context>
<context>
    <name>StudentColumns</name>
    <message>
        <source>1 afspraak open</source>
        <translation>1 agreement open</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Laatste gesprek</source>
        <translation>Last talk</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Opleiding</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>{count} afspraken open</source>
        <translation>{count} agreements open</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>{count} over tijd</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>StudentField</name>
    <message>
        <source>Kies een naam uit de lijst.</source>
        <translation>Choose a name from the list.</translation>
    </message>
    <message>
        <source>Typ een deel van de naam</source>
        <translation>Type a part of the name</translation>
    </message>
</context>
<context>
    <name>StudentImportPage</name>
    <message>
        <source>&amp;Andere lijst</source>
        <translation>&amp;Another list</translation>
    </message>
    <message>
        <source>&amp;Verder</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Bestand</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>De studenten van deze mentor worden jouw studenten. Je kunt later anders kiezen.</source>
        <translation>The students of this mentor become your students. You can choose differently later.</translation>
    </message>
    <message>
        <source>Dit &amp;ben ik</source>
        <translation>&amp;This is me</translation>
    </message>
    <message>
        <source>Er gaat niemand vanzelf weg. Jij kiest, en het dossier blijft.</source>
        <translation>Nobody leaves by itself. You choose, and the record stays.</translation>
    </message>
    <message>
        <source>Klopt dit niet? Kies dan een andere mentor.</source>
        <translation>Is this not right? Then choose another mentor.</translation>
    </message>
    <message>
        <source>Kolommen</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Mentor &amp;kiezen</source>
        <translation>Choose &amp;mentor</translation>
    </message>
    <message>
        <source>Naar mijn &amp;studenten</source>
        <translation>To my &amp;students</translation>
    </message>
    <message>
        <source>Studentenlijst inlezen</source>
        <translation>Import student list</translation>
    </message>
    <message>
        <source>Wat staat er in de kolommen van {name}?</source>
        <translation>What do the columns of {name} hold?</translation>
    </message>
    <message>
        <source>Welke mentor ben jij?</source>
        <translation>Which mentor are you?</translation>
    </message>
    <message>
        <source>Wie ontbreekt?</source>
        <translation>Who is missing?</translation>
    </message>
</context>
<context>
    <name>StudentNotesTab</name>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>De notitie is bewaard.</source>
        <translation>The note is saved.</translation>
    </message>
    <message>
        <source>De notitie is weggehaald.</source>
        <translation>The note was taken away.</translation>
    </message>
    <message>
        <source>Er staat nog geen notitie. Met Ctrl+Shift+N schrijf je er overal een op, zonder deze pagina te openen.</source>
        <translation>There is no note yet. With Ctrl+Shift+N you write one down from anywhere, without opening this page.</translation>
    </message>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>StudentPanel</name>
    <message>
        <source>&amp;Gesprek</source>
        <translation>&amp;Talk</translation>
    </message>
    <message>
        <source>&amp;Verhaal</source>
        <translation>&amp;Story</translation>
    </message>
    <message>
        <source>afspraken: {words}</source>
        <translation>agreements: {words}</translation>
    </message>
    <message>
        <source>gesproken: {when}</source>
        <translation>spoken to: {when}</translation>
    </message>
    <message>
        <source>leeftijd onbekend</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <source>leerjaar {year}</source>
        <translation>year {year}</translation>
    </message>
    <message>
        <source>nog niet gesproken</source>
        <translation>not spoken to yet</translation>
    </message>
    <message>
        <source>volgend gesprek: {day}</source>
        <translation>next talk: {day}</translation>
    </message>
    <message>
        <source>{age} jaar: {stage}</source>
        <translation>{age} years old: {stage}</translation>
    </message>
</context>
<context>
    <name>StudentPick</name>
    <message>
        <source>Geen van je studenten heet zo.</source>
        <translation>None of your students has that name.</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Studenten die passen</source>
        <translation>Students who fit</translation>
    </message>
    <message>
        <source>Typ een deel van de naam</source>
        <translation>Type a part of the name</translation>
    </message>
</context>
<context>
    <name>StudentSkillsTab</name>
    <message>
        <source>&amp;Laat {name} zelf schrijven</source>
        <translation>&amp;Let {name} write</translation>
    </message>
    <message>
        <source>Alle &amp;skills</source>
        <translation>All &amp;skills</translation>
    </message>
    <message>
        <source>Bevestigd.</source>
        <translation>Confirmed.</translation>
    </message>
    <message>
        <source>Er is nog niets opgeschreven dat naar een niveau groeit.</source>
        <translation>Nothing was written down yet that grows towards a level.</translation>
    </message>
    <message>
        <source>In groei</source>
        <translation>Growing</translation>
    </message>
    <message>
        <source>Nog geen niveau bereikt. Dat komt zodra vijf gedragingen zijn bevestigd.</source>
        <translation>No level reached yet. That comes when five behaviours are confirmed.</translation>
    </message>
    <message>
        <source>Sterk</source>
        <translation>Strong</translation>
    </message>
</context>
<context>
    <name>StudentWords</name>
    <message>
        <source>In eigen woorden, {day}</source>
        <translation>In their own words, {day}</translation>
    </message>
    <message>
        <source>Laat {name} opnieuw voorbereiden</source>
        <translation>Let {name} prepare again</translation>
    </message>
    <message>
        <source>Laat {name} verder schrijven</source>
        <translation>Let {name} go on writing</translation>
    </message>
    <message>
        <source>Laat {name} voorbereiden</source>
        <translation>Let {name} prepare</translation>
    </message>
    <message>
        <source>Voorbereid door {name}</source>
        <translation>Prepared by {name}</translation>
    </message>
    <message>
        <source>{name} heeft nog niets opgeschreven. Geef je laptop even: alleen dit deel is dan te zien. Daarna open jij de werkbank weer.</source>
        <translation>{name} has not written anything yet. Hand over your laptop for a moment: only this part can be seen then. Afterwards you open the werkbank again.</translation>
    </message>
    <message>
        <source>{name} is begonnen, maar koos nog niet Klaar.</source>
        <translation>{name} has begun, but has not chosen Done yet.</translation>
    </message>
</context>
<context>
    <name>StudentsPage</name>
    <message>
        <source>&amp;Gesprek</source>
        <translation>&amp;Talk</translation>
    </message>
    <message>
        <source>&amp;Klas</source>
        <translation>&amp;Class</translation>
    </message>
    <message>
        <source>&amp;Opleiding</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>T&amp;eam</translation>
    </message>
    <message>
        <source>&amp;Zoeken</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Geen student die hierbij past. Zoek op een ander woord.</source>
        <translation>No student fits this. Search for another word.</translation>
    </message>
    <message>
        <source>Hier staan de studenten die een begeleider met je deelt.</source>
        <translation>Here are the students that a counsellor shares with you.</translation>
    </message>
    <message>
        <source>Hier staan de studenten die jij begeleidt. De beheerder van je school zet ze bij jou.</source>
        <translation>Here are the students that you guide. Your school&apos;s administrator assigns them to you.</translation>
    </message>
    <message>
        <source>Hier staan de studenten die jij begeleidt. Lees je studentenlijst in, en kies daarna welke mentor jij bent.</source>
        <translation>Here are the students you counsel. Import your student list, and then choose which mentor you are.</translation>
    </message>
    <message>
        <source>Hier staan de studenten van jouw teams.</source>
        <translation>Here are the students of your teams.</translation>
    </message>
    <message>
        <source>Naam of nummer</source>
        <translation>Name or number</translation>
    </message>
    <message>
        <source>Nieuw gesprek</source>
        <translation>New talk</translation>
    </message>
    <message>
        <source>Nog geen studenten</source>
        <translation>No students yet</translation>
    </message>
    <message>
        <source>Op school</source>
        <translation>At school</translation>
    </message>
    <message>
        <source>Studenten</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>Studentenlijst inlezen</source>
        <translation>Import student list</translation>
    </message>
    <message>
        <source>Uitgestroomd</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Uitgestroomd: {count}</source>
        <translation>Left: {count}</translation>
    </message>
    <message>
        <source>Wie staan er in de lijst?</source>
        <translation>Who are in the list?</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>{count} studenten</source>
        <translation>{count} students</translation>
    </message>
    <message>
        <source>{count} studenten die jij begeleidt</source>
        <translation>{count} students you counsel</translation>
    </message>
    <message>
        <source>{found} van {count} studenten</source>
        <translation>{found} of {count} students</translation>
    </message>
</context>
<context>
    <name>TalkConflict</name>
    <message>
        <source>Je gaat verder met deze versie. De andere is weggegooid.</source>
        <translation>You go on with this version. The other was discarded.</translation>
    </message>
    <message>
        <source>Jouw versie is weggegooid.</source>
        <translation>Your version was discarded.</translation>
    </message>
</context>
<context>
    <name>TalkDesk</name>
    <message>
        <source>Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is.</source>
        <translation>Recording is not possible now: there is no connection with your school. Your text is safe. Press ‘Record’ again when the connection is back.</translation>
    </message>
</context>
<context>
    <name>TalkList</name>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Een gesprek begint bij een student. Kies bij Studenten met wie je gaat praten, dan helpt de werkbank je voorbereiden en daarna vastleggen.</source>
        <translation>A talk starts with a student. Choose in Students who you will talk to; the workbench then helps you prepare and record.</translation>
    </message>
    <message>
        <source>Geen gesprekken van deze soort.</source>
        <translation>No talks of this kind.</translation>
    </message>
    <message>
        <source>Hier staan de gesprekken van studenten met wie je meeleest.</source>
        <translation>Here are the talks of students with whom you read along.</translation>
    </message>
    <message>
        <source>Naar &amp;Studenten</source>
        <translation>To &amp;Students</translation>
    </message>
    <message>
        <source>Nog geen gesprekken vastgelegd</source>
        <translation>No talks recorded yet</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Vastgelegde gesprekken</source>
        <translation>Recorded talks</translation>
    </message>
</context>
<context>
    <name>TalkPapers</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Afspraken van {name}</source>
        <translation>Agreements of {name}</translation>
    </message>
    <message>
        <source>Gesprekskaart</source>
        <translation>Talk card</translation>
    </message>
    <message>
        <source>Gesprekskaart voor {name}</source>
        <translation>Talk card for {name}</translation>
    </message>
    <message>
        <source>Gespreksverslag</source>
        <translation>Talk report</translation>
    </message>
    <message>
        <source>Verslag van {name}, {day}</source>
        <translation>Report of {name}, {day}</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Concept bewaard {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Concept nog niet bewaard; de werkbank probeert het opnieuw</source>
        <translation>Draft not saved yet; the workbench is trying again</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Concept weggooien</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Ga naar een stap met Ctrl+1, Ctrl+2 en Ctrl+3</source>
        <translation>Go to a step with Ctrl+1, Ctrl+2 and Ctrl+3</translation>
    </message>
    <message>
        <source>Geen verbinding. Je tekst staat veilig op deze laptop ({time})</source>
        <translation>No connection. Your text is safe on this laptop ({time})</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Voeren</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Voorbereiden</source>
        <translation>Prepare</translation>
    </message>
</context>
<context>
    <name>TermsSection</name>
    <message>
        <source>Alleen letters, cijfers, spaties, streepjes en apostrofs.</source>
        <translation>Only letters, digits, spaces, hyphens and apostrophes.</translation>
    </message>
    <message>
        <source>Als het er meer zijn</source>
        <translation>When there are more</translation>
    </message>
    <message>
        <source>Als het er één is</source>
        <translation>When there is one</translation>
    </message>
    <message>
        <source>Bewaard. Dit geldt vanaf nu.</source>
        <translation>Saved. This applies from now on.</translation>
    </message>
    <message>
        <source>Bij jullie anders: {words}</source>
        <translation>Different at your school: {words}</translation>
    </message>
    <message>
        <source>Ervoor staat</source>
        <translation>Before it stands</translation>
    </message>
    <message>
        <source>Iemand anders heeft deze woorden net veranderd. Wat jij invulde, staat er nog. Bewaar nog een keer om dat toch te nemen.</source>
        <translation>Somebody else has just changed these words. What you filled in is still there. Save once more to take that all the same.</translation>
    </message>
    <message>
        <source>Toch het gewone woord</source>
        <translation>Use the usual word</translation>
    </message>
    <message>
        <source>Vul allebei de woorden in.</source>
        <translation>Fill in both words.</translation>
    </message>
    <message>
        <source>Wat heet bij jullie anders?</source>
        <translation>What do you call differently?</translation>
    </message>
    <message>
        <source>Woorden bewaren</source>
        <translation>Keep the words</translation>
    </message>
    <message>
        <source>Zo lees je het: {sentence}</source>
        <translation>How it reads: {sentence}</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Dit is geen tijd. Schrijf hem als 9:20.</source>
        <translation>This is not a time. Write it as 9:20.</translation>
    </message>
    <message>
        <source>uu:mm</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>&amp;Gesprek</source>
        <translation>&amp;Talk</translation>
    </message>
    <message>
        <source>1 student</source>
        <translation>1 student</translation>
    </message>
    <message>
        <source>Dit vraagt aandacht</source>
        <translation>This needs attention</translation>
    </message>
    <message>
        <source>Er is hier vandaag nog niets voor jouw rol.</source>
        <translation>There is nothing here for your role today.</translation>
    </message>
    <message>
        <source>Gesprekken vandaag</source>
        <translation>Talks today</translation>
    </message>
    <message>
        <source>Goedemiddag {name}</source>
        <translation>Good afternoon {name}</translation>
    </message>
    <message>
        <source>Goedemorgen {name}</source>
        <translation>Good morning {name}</translation>
    </message>
    <message>
        <source>Goedenavond {name}</source>
        <translation>Good evening {name}</translation>
    </message>
    <message>
        <source>Hier zie je straks wie er vandaag komt en welke afspraken openstaan. De beheerder van je school zet jouw studenten bij jou.</source>
        <translation>Soon you will see here who comes today and which agreements are open. Your school&apos;s administrator assigns your students to you.</translation>
    </message>
    <message>
        <source>Hier zie je straks wie er vandaag komt, welke afspraken openstaan en wie je lang niet hebt gesproken. Begin met je studentenlijst.</source>
        <translation>Here you will see who is coming today, which agreements are open and who you have not spoken to for a long time. Start with your student list.</translation>
    </message>
    <message>
        <source>Jij leest de studentenlijst van de school in. De studenten zelf zien alleen hun begeleiders.</source>
        <translation>You import the school&apos;s list of students. Only their counsellors see the students themselves.</translation>
    </message>
    <message>
        <source>Kies de student en druk dan op ‘Gesprek’.</source>
        <translation>Choose the student and then press ‘Talk’.</translation>
    </message>
    <message>
        <source>Mijn ene student</source>
        <translation>My one student</translation>
    </message>
    <message>
        <source>Mijn studenten</source>
        <translation>My students</translation>
    </message>
    <message>
        <source>Mijn {count} studenten</source>
        <translation>My {count} students</translation>
    </message>
    <message>
        <source>Niets blijft liggen: geen afspraak over tijd en niemand vergeten.</source>
        <translation>Nothing is left lying: no overdue agreement and nobody forgotten.</translation>
    </message>
    <message>
        <source>Nieuw gesprek</source>
        <translation>New talk</translation>
    </message>
    <message>
        <source>Studentenlijst inlezen</source>
        <translation>Import student list</translation>
    </message>
    <message>
        <source>Vandaag staat er geen gesprek. Een datum kies je bij ‘Vastleggen’.</source>
        <translation>No talk today. You choose a date under ‘Record’.</translation>
    </message>
    <message>
        <source>Welkom bij je school</source>
        <translation>Welcome to your school</translation>
    </message>
    <message>
        <source>Welkom in je werkboek</source>
        <translation>Welcome to your workbook</translation>
    </message>
    <message>
        <source>Zodra er studenten voor jou zijn, zie je ze hier.</source>
        <translation>As soon as there are students for you, you see them here.</translation>
    </message>
    <message>
        <source>nog nooit</source>
        <translation>never yet</translation>
    </message>
    <message>
        <source>{count} studenten</source>
        <translation>{count} students</translation>
    </message>
</context>
<context>
    <name>TogetherCards</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Dag van het gesprek</source>
        <translation>Day of the talk</translation>
    </message>
    <message>
        <source>Het gesprek en het volgende</source>
        <translation>The talk and the next one</translation>
    </message>
    <message>
        <source>In een paar zinnen, zo dat alle drie zich erin herkennen.</source>
        <translation>In a few sentences, so that all three recognise themselves.</translation>
    </message>
    <message>
        <source>Is iedereen het ermee eens?</source>
        <translation>Does everybody agree?</translation>
    </message>
    <message>
        <source>Samen</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Student en bedrijf lezen het zelf en zeggen wat zij vinden. Jij zegt het voor school door vast te leggen.</source>
        <translation>Student and company read it themselves and say what they think. You say it for the school by recording.</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next talk</translation>
    </message>
    <message>
        <source>Vul ook de dag in.</source>
        <translation>Fill in the day as well.</translation>
    </message>
    <message>
        <source>Wat zeggen jullie alle drie? Schrijf het met elkaar op.</source>
        <translation>What do all three of you say? Write it down together.</translation>
    </message>
    <message>
        <source>Wat zien we samen?</source>
        <translation>What do we see together?</translation>
    </message>
    <message>
        <source>Wie nu niet kan lezen, reageert later bij het verslag.</source>
        <translation>Who cannot read it now, responds later at the record.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Uitleg (F1)</source>
        <translation>Help (F1)</translation>
    </message>
    <message>
        <source>Vergrendel</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>TopicCard</name>
    <message>
        <source>Ingevuld</source>
        <translation>Filled in</translation>
    </message>
</context>
<context>
    <name>TopicRow</name>
    <message>
        <source>{topic}: eens of verschillend?</source>
        <translation>{topic}: agree or differ?</translation>
    </message>
</context>
<context>
    <name>TrialoguePage</name>
    <message>
        <source>&amp;Vastleggen</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>Concept bewaard {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Concept bewaren</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Concept nog niet bewaard; de werkbank probeert het opnieuw</source>
        <translation>Draft not saved yet; the workbench is trying again</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Concept weggooien</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Geen verbinding. Je tekst staat veilig op deze laptop ({time})</source>
        <translation>No connection. Your text is safe on this laptop ({time})</translation>
    </message>
    <message>
        <source>Je tekst is nog niet bewaard, daarom blijf je hier.</source>
        <translation>Your text has not been saved yet, so you stay here.</translation>
    </message>
    <message>
        <source>Trialoog</source>
        <translation>Three-way talk</translation>
    </message>
    <message>
        <source>Vastgelegd. Geef student en bedrijf het verslag mee.</source>
        <translation>Recorded. Give student and company the report.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is.</source>
        <translation>Recording is not possible now: there is no connection with your school. Your text is safe. Press ‘Record’ again when the connection is back.</translation>
    </message>
    <message>
        <source>het leerbedrijf</source>
        <translation>the company</translation>
    </message>
    <message>
        <source>{kind} op {day}</source>
        <translation>{kind} on {day}</translation>
    </message>
    <message>
        <source>{talk} om {time}</source>
        <translation>{talk} at {time}</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>Adres van de uitgever</source>
        <translation>Address of the issuer</translation>
    </message>
    <message>
        <source>Badges van {name} worden nu herkend.</source>
        <translation>Badges of {name} are recognised now.</translation>
    </message>
    <message>
        <source>Deze sleutel vertrouwen</source>
        <translation>Trust this key</translation>
    </message>
    <message>
        <source>Een badge van een andere school is pas echt als je haar sleutel kent.</source>
        <translation>A badge of another school is genuine only if you know its key.</translation>
    </message>
    <message>
        <source>Een sleutel begint meestal met z6Mk.</source>
        <translation>A key mostly begins with z6Mk.</translation>
    </message>
    <message>
        <source>Geldt voor badges tot en met</source>
        <translation>Counts for badges until (inclusive)</translation>
    </message>
    <message>
        <source>Leeg: de sleutel is nog in gebruik.</source>
        <translation>Empty: the key is still in use.</translation>
    </message>
    <message>
        <source>Naam van de school</source>
        <translation>Name of the school</translation>
    </message>
    <message>
        <source>Neem de sleutel over van de website van de school zelf, of bel haar. Neem hem nooit over uit een badge of uit een mail: iedereen kan daar een naam bij zetten.</source>
        <translation>Take the key from the school&apos;s own web site, or call the school. Never take it from a badge or an e-mail: anybody can put a name to it there.</translation>
    </message>
    <message>
        <source>Niet meer vertrouwen</source>
        <translation>No longer trust</translation>
    </message>
    <message>
        <source>Nog geen andere school.</source>
        <translation>No other school yet.</translation>
    </message>
    <message>
        <source>Scholen die we vertrouwen</source>
        <translation>Schools that we trust</translation>
    </message>
    <message>
        <source>School &amp;toevoegen</source>
        <translation>&amp;Add school</translation>
    </message>
    <message>
        <source>Sleutel</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>Waar heb je de sleutel gevonden?</source>
        <translation>Where did you find the key?</translation>
    </message>
    <message>
        <source>Zoals het in haar badges staat. Leeg: de sleutel is zelf het adres.</source>
        <translation>As it stands in its badges. Empty: the key itself is the address.</translation>
    </message>
    <message>
        <source>www.school.nl/badges, of: gebeld met …</source>
        <translation>www.school.nl/badges, or: called …</translation>
    </message>
    <message>
        <source>{name} wordt niet meer vertrouwd.</source>
        <translation>{name} is no longer trusted.</translation>
    </message>
</context>
<context>
    <name>UnfinishedGoal</name>
    <message>
        <source>Een afspraak voor {name} is nog niet vastgelegd.</source>
        <translation>An agreement for {name} is not recorded yet.</translation>
    </message>
    <message>
        <source>En nog {count} andere.</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>Verder invullen</source>
        <translation>Go on filling in</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Bedankt. Geef de laptop terug.</source>
        <translation>Thank you. Give the laptop back.</translation>
    </message>
    <message>
        <source>De wachtwoordzin van de voorbeeldschool is: {words}</source>
        <translation>The passphrase of the example school is: {words}</translation>
    </message>
    <message>
        <source>Je werk is bewaard. Met je wachtwoordzin ga je verder waar je was.</source>
        <translation>Your work is saved. With your passphrase you go on where you were.</translation>
    </message>
    <message>
        <source>Naar het &amp;beginscherm</source>
        <translation>To the first &amp;screen</translation>
    </message>
    <message>
        <source>Vergrendeld</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Wat je schreef, is bewaard. Je begeleider typt hier de wachtwoordzin.</source>
        <translation>What you wrote is saved. Your counsellor types the passphrase here.</translation>
    </message>
    <message>
        <source>Werkboek {name}</source>
        <translation>Workbook {name}</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>De uitgever houdt daar geen lijst van bij.</source>
        <translation>The issuer keeps no list of that.</translation>
    </message>
    <message>
        <source>Deze school &amp;vertrouwen</source>
        <translation>&amp;Trust this school</translation>
    </message>
    <message>
        <source>Dit staat in de badge. Neem het niet zomaar aan.</source>
        <translation>This stands in the badge. Do not simply believe it.</translation>
    </message>
    <message>
        <source>Gedrag</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>Geldig tot</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Ingetrokken?</source>
        <translation>Revoked?</translation>
    </message>
    <message>
        <source>Ja.</source>
        <translation>Yes.</translation>
    </message>
    <message>
        <source>Lijst van ingetrokken badges</source>
        <translation>List of revoked badges</translation>
    </message>
    <message>
        <source>Nee, volgens de lijst van {day}.</source>
        <translation>No, by the list of {day}.</translation>
    </message>
    <message>
        <source>Nee.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Niet bekend. Vraag de uitgever om de lijst van ingetrokken badges, en sleep die er samen met de badge in.</source>
        <translation>Not known. Ask the issuer for the list of revoked badges, and drag it in together with the badge.</translation>
    </message>
    <message>
        <source>Niet meer vertrouwd: deze sleutel telt niet meer.</source>
        <translation>No longer trusted: this key does not count any more.</translation>
    </message>
    <message>
        <source>Niet vertrouwd: het is geen sleutel van de uitgever die erin staat.</source>
        <translation>Not trusted: it is not a key of the issuer that it names.</translation>
    </message>
    <message>
        <source>Niet vertrouwd: niemand van jouw school heeft deze sleutel nagekeken. Een sleutel die in de badge meereist, bewijst niet van wie hij is.</source>
        <translation>Not trusted: nobody at your school has checked this key. A key that travels inside the badge does not prove whose it is.</translation>
    </message>
    <message>
        <source>Ondertekend</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Sinds</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Sleutel</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Uitgever</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Vertrouwd: een sleutel van deze school.</source>
        <translation>Trusted: a key of this school.</translation>
    </message>
    <message>
        <source>Vertrouwd: hier bekend als {name}.</source>
        <translation>Trusted: known here as {name}.</translation>
    </message>
</context>
<context>
    <name>VerdictForm</name>
    <message>
        <source>&amp;Als wat</source>
        <translation>&amp;As what</translation>
    </message>
    <message>
        <source>&amp;Bewaren</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Naam</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Op welke dag</source>
        <translation>&amp;On which day</translation>
    </message>
    <message>
        <source>&amp;Wie zegt dat?</source>
        <translation>&amp;Who says so?</translation>
    </message>
    <message>
        <source>Klo&amp;pt het?</source>
        <translation>Is it &amp;right?</translation>
    </message>
    <message>
        <source>Teru&amp;g</source>
        <translation>Bac&amp;k</translation>
    </message>
    <message>
        <source>Wat is er nog nod&amp;ig?</source>
        <translation>What &amp;is still needed?</translation>
    </message>
    <message>
        <source>iemand anders</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>ik</source>
        <translation>me</translation>
    </message>
    <message>
        <source>ja, bevestigen</source>
        <translation>yes, confirm</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Badge kiezen</source>
        <translation>Choose a badge</translation>
    </message>
    <message>
        <source>Badges (*.png *.svg *.json *.jwt *.jsonld *.txt *.html);;Alle bestanden (*)</source>
        <translation>Badges (*.png *.svg *.json *.jwt *.jsonld *.txt *.html);;All files (*)</translation>
    </message>
</context>
<context>
    <name>VersionLink</name>
    <message>
        <source>Lees versie {number}</source>
        <translation>Read version {number}</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Drie stemmen</source>
        <translation>Three voices</translation>
    </message>
    <message>
        <source>Heeft niets ingevuld</source>
        <translation>Filled in nothing</translation>
    </message>
    <message>
        <source>Wat er eerst stond ({count})</source>
        <translation>What it said before ({count})</translation>
    </message>
    <message>
        <source>{name}, versie {number} van {day}</source>
        <translation>{name}, version {number} of {day}</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, {day}</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>&amp;Alles aanvinken</source>
        <translation>Tick &amp;all</translation>
    </message>
    <message>
        <source>&amp;Bevestigen ({count})</source>
        <translation>&amp;Confirm ({count})</translation>
    </message>
    <message>
        <source>&amp;Een voor een bekijken</source>
        <translation>Look &amp;one by one</translation>
    </message>
    <message>
        <source>Gezien door {who} op {day}</source>
        <translation>Seen by {who} on {day}</translation>
    </message>
    <message>
        <source>Iemand anders die het ook zag, bevestigt dit.</source>
        <translation>Somebody else who saw it too confirms this.</translation>
    </message>
    <message>
        <source>Wacht op bevestiging ({count})</source>
        <translation>Waits to be confirmed ({count})</translation>
    </message>
    <message>
        <source>Zegt {who} op {day}</source>
        <translation>Says {who} on {day}</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>&amp;Gelezen</source>
        <translation>&amp;Read</translation>
    </message>
    <message>
        <source>De schijf is vol. Alles van eerder is bewaard. Wat je nu typt, is nog niet bewaard, maar blijft in beeld. Maak ruimte: leeg de prullenbak of verplaats grote bestanden, zoals filmpjes. Sluit de werkbank pas als deze melding weg is.</source>
        <translation>The disk is full. Everything from before is saved. What you type now is not saved yet, but stays on the screen. Make room: empty the bin or move large files, such as videos. Do not close the workbench until this message is gone.</translation>
    </message>
    <message>
        <source>De vorige keer stopte de werkbank plotseling, en daarna is een bestand uit de map van je werkboek weggehaald. Daardoor kan het laatste stukje werk ontbreken. Kijk na of je laatste gesprekken er staan.</source>
        <translation>Last time the workbench stopped suddenly, and afterwards a file was removed from the folder of your workbook. The last bit of work may therefore be missing. Check whether your latest conversations are there.</translation>
    </message>
    <message>
        <source>De vorige keer stopte de werkbank plotseling. Wat je aan het typen was, staat klaar als concept.</source>
        <translation>Last time the workbench stopped suddenly. What you were typing is ready as a draft.</translation>
    </message>
    <message>
        <source>Er is nog te weinig ruimte. Maak nog wat meer vrij.</source>
        <translation>There is still too little room. Free some more.</translation>
    </message>
    <message>
        <source>Er is weer ruimte op de schijf. Je kunt gewoon verder.</source>
        <translation>There is room on the disk again. You can carry on.</translation>
    </message>
    <message>
        <source>Er klopt iets niet in je werkboek. Je hoeft niets weg te gooien: de werkbank zoekt de nieuwste goede reservekopie, en het werkboek van nu blijft ernaast bewaard.</source>
        <translation>Something is wrong in your workbook. You need not throw anything away: the workbench looks for the newest good backup, and the present workbook is kept beside it.</translation>
    </message>
    <message>
        <source>Goede &amp;kopie zoeken</source>
        <translation>&amp;Find a good backup</translation>
    </message>
    <message>
        <source>Ik heb &amp;ruimte gemaakt</source>
        <translation>I have made &amp;room</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>&amp;Logo kiezen…</source>
        <translation>Choose &amp;logo…</translation>
    </message>
    <message>
        <source>Andere &amp;map…</source>
        <translation>Another &amp;folder…</translation>
    </message>
    <message>
        <source>Deze map hoort bij {service}. Zo&apos;n dienst kan je werk beschadigen terwijl je schrijft. Kies liever een gewone map op deze laptop.</source>
        <translation>This folder belongs to {service}. A service like that can damage your work while you write. Better choose an ordinary folder on this laptop.</translation>
    </message>
    <message>
        <source>Dit komt op je verslagen.</source>
        <translation>This goes on your reports.</translation>
    </message>
    <message>
        <source>Geen logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Hier komt je werkboek</source>
        <translation>Your workbook goes here</translation>
    </message>
    <message>
        <source>Je &amp;naam</source>
        <translation>&amp;Your name</translation>
    </message>
    <message>
        <source>Je &amp;school</source>
        <translation>Your &amp;school</translation>
    </message>
    <message>
        <source>Je rol</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>Kies een PNG- of JPEG-plaatje van hoogstens 2 MB. Dit bestand past niet.</source>
        <translation>Choose a PNG or JPEG picture of 2 MB at most. This file does not fit.</translation>
    </message>
    <message>
        <source>Kies minstens één rol.</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>Logo kiezen</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Logo van je school</source>
        <translation>Logo of your school</translation>
    </message>
    <message>
        <source>Mag, hoeft niet. Het komt op je verslagen.</source>
        <translation>Optional. It goes on your reports.</translation>
    </message>
    <message>
        <source>Map voor je werkboek</source>
        <translation>Folder for your workbook</translation>
    </message>
    <message>
        <source>Plaatje (*.png *.jpg *.jpeg)</source>
        <translation>Picture (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>School&amp;jaar</source>
        <translation>School y&amp;ear</translation>
    </message>
    <message>
        <source>Schrijf het als 2026-2027.</source>
        <translation>Write it as 2026-2027.</translation>
    </message>
    <message>
        <source>Zoals studenten je kennen</source>
        <translation>As students know you</translation>
    </message>
</context>
<context>
    <name>WindowRow</name>
    <message>
        <source>Weghalen: {window}</source>
        <translation>Remove: {window}</translation>
    </message>
</context>
<context>
    <name>WindowsCard</name>
    <message>
        <source>&amp;Dag</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Herhalen</source>
        <translation>&amp;Repeat</translation>
    </message>
    <message>
        <source>Je vrije tijd is weggehaald. Geplande gesprekken blijven staan.</source>
        <translation>Your free time was taken away. Planned talks stay.</translation>
    </message>
    <message>
        <source>Nog niets. Geef hieronder op wanneer je gesprekken kunt voeren.</source>
        <translation>Nothing yet. Say below when you can hold talks.</translation>
    </message>
    <message>
        <source>T&amp;ot</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Toevoe&amp;gen</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Tot en &amp;met</source>
        <translation>&amp;Up to and including</translation>
    </message>
    <message>
        <source>V&amp;an</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>Wanneer jij kunt</source>
        <translation>When you can</translation>
    </message>
    <message>
        <source>alleen deze dag</source>
        <translation>this day only</translation>
    </message>
    <message>
        <source>elke schooldag</source>
        <translation>every school day</translation>
    </message>
    <message>
        <source>elke week</source>
        <translation>every week</translation>
    </message>
</context>
<context>
    <name>WordRow</name>
    <message>
        <source>Begonnen, nog niet klaar</source>
        <translation>Begun, not finished yet</translation>
    </message>
    <message>
        <source>Laat {name} lezen</source>
        <translation>Let {name} read</translation>
    </message>
    <message>
        <source>Las een eerdere tekst</source>
        <translation>Read an earlier text</translation>
    </message>
    <message>
        <source>Nog niet gelezen</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>het bedrijf</source>
        <translation>the company</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>&amp;Maak hier een route van</source>
        <translation>&amp;Make a route of this</translation>
    </message>
    <message>
        <source>Bij dit werk past geen skill van deze set.</source>
        <translation>No skill of this set fits this work.</translation>
    </message>
    <message>
        <source>Dossier uit gebruik halen</source>
        <translation>Take dossier out of use</translation>
    </message>
    <message>
        <source>Haal een kwalificatiedossier (.xml) op bij SBB en lees het hier in. Dan zie je bij elk werkproces welke skills erbij horen.</source>
        <translation>Get a qualification dossier (.xml) from SBB and import it here. Then you see which skills belong to each work process.</translation>
    </message>
    <message>
        <source>Kerntaken en werkprocessen</source>
        <translation>Core tasks and work processes</translation>
    </message>
    <message>
        <source>Kwalificaties</source>
        <translation>Qualifications</translation>
    </message>
    <message>
        <source>Nog geen kwalificatiedossiers.</source>
        <translation>No qualification dossiers yet.</translation>
    </message>
    <message>
        <source>Uit dossier {title}, ingelezen door {name} op {day}</source>
        <translation>From dossier {title}, imported by {name} on {day}</translation>
    </message>
</context>
<context>
    <name>WorkbookSection</name>
    <message>
        <source>&amp;Logo kiezen</source>
        <translation>Choose lo&amp;go</translation>
    </message>
    <message>
        <source>&amp;School</source>
        <translation>Sc&amp;hool</translation>
    </message>
    <message>
        <source>De gegevens van je school zijn bewaard.</source>
        <translation>The details of your school have been saved.</translation>
    </message>
    <message>
        <source>Dit staat op je verslagen.</source>
        <translation>This is on your reports.</translation>
    </message>
    <message>
        <source>Geen logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Iemand anders heeft dit net veranderd. Nu staat er: {name}, {year}, met een ander logo. Wat jij invulde, staat er nog. Bewaar nog een keer om dat toch te nemen.</source>
        <translation>Somebody else has just changed this. Now it says: {name}, {year}, with another logo. What you filled in is still there. Save again to take that after all.</translation>
    </message>
    <message>
        <source>Iemand anders heeft dit net veranderd. Nu staat er: {name}, {year}. Wat jij invulde, staat er nog. Bewaar nog een keer om dat toch te nemen.</source>
        <translation>Somebody else has just changed this. Now it says: {name}, {year}. What you filled in is still there. Save again to take that after all.</translation>
    </message>
    <message>
        <source>Kies een PNG- of JPEG-plaatje van hoogstens 2 MB. Dit bestand past niet.</source>
        <translation>Choose a PNG or JPEG picture of 2 MB at most. This file does not fit.</translation>
    </message>
    <message>
        <source>Komt op je verslagen. Mag, hoeft niet.</source>
        <translation>Goes on your reports. Optional.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Logo kiezen</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Plaatje (*.png *.jpg *.jpeg)</source>
        <translation>Picture (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>School &amp;bewaren</source>
        <translation>&amp;Save school</translation>
    </message>
    <message>
        <source>School&amp;jaar</source>
        <translation>School y&amp;ear</translation>
    </message>
    <message>
        <source>Schrijf het als 2026-2027.</source>
        <translation>Write it as 2026-2027.</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Werkboek</source>
        <translation>Workbook</translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bewaren (Ctrl+Enter)</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Concept bewaard {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Concept nog niet bewaard; de werkbank probeert het opnieuw</source>
        <translation>Draft not saved yet; the workbench tries again</translation>
    </message>
    <message>
        <source>Concept weggooien</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Geen verbinding. Je tekst staat veilig op deze laptop ({time})</source>
        <translation>No connection. Your text is safe on this laptop ({time})</translation>
    </message>
    <message>
        <source>Het wordt een nieuwe versie; wat er stond, blijft te lezen.</source>
        <translation>It becomes a new version; what was there can still be read.</translation>
    </message>
    <message>
        <source>Laat zoals het was</source>
        <translation>Leave it as it was</translation>
    </message>
    <message>
        <source>Nieuwe notitie</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notitie bewaren</source>
        <translation>Save the note</translation>
    </message>
    <message>
        <source>Notitie vastleggen</source>
        <translation>Record note</translation>
    </message>
    <message>
        <source>Notitie verbeteren</source>
        <translation>Correct note</translation>
    </message>
    <message>
        <source>Notitie wijzigen</source>
        <translation>Change a note</translation>
    </message>
    <message>
        <source>Vast&amp;leggen</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>Vastgelegd is vastgelegd: daarna kun je alleen nog verbeteren.</source>
        <translation>Recorded is recorded: after that you can only correct it.</translation>
    </message>
    <message>
        <source>Vastleggen (Ctrl+Enter)</source>
        <translation>Record (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Wat is er aan de hand, en wat doe je eraan?</source>
        <translation>What is going on, and what do you do about it?</translation>
    </message>
</context>
<context>
    <name>_BehaviourRow</name>
    <message>
        <source>{text} (al bevestigd)</source>
        <translation>{text} (confirmed already)</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Gesteld op {day}</source>
        <translation>Asked on {day}</translation>
    </message>
    <message>
        <source>eigen vraag</source>
        <translation>own question</translation>
    </message>
</context>
<context>
    <name>_Document</name>
    <message>
        <source>Dit is versie {number}. Er is een nieuwere versie.</source>
        <translation>This is version {number}. There is a newer version.</translation>
    </message>
    <message>
        <source>Er is geen samenvatting.</source>
        <translation>There is no summary.</translation>
    </message>
    <message>
        <source>Geen afspraken.</source>
        <translation>No agreements.</translation>
    </message>
    <message>
        <source>In het kort</source>
        <translation>In short</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Teruggekeken op</source>
        <translation>Looked back on</translation>
    </message>
    <message>
        <source>Versie {number} van {count}, verbeterd: {reason}</source>
        <translation>Version {number} of {count}, corrected: {reason}</translation>
    </message>
    <message>
        <source>Volgende keer</source>
        <translation>Next time</translation>
    </message>
    <message>
        <source>Vragen die op tafel lagen</source>
        <translation>Questions on the table</translation>
    </message>
    <message>
        <source>Waar het over ging</source>
        <translation>What it was about</translation>
    </message>
    <message>
        <source>Wat we afspraken</source>
        <translation>What we agreed</translation>
    </message>
    <message>
        <source>Wat {name} vertelde</source>
        <translation>What {name} told</translation>
    </message>
    <message>
        <source>{kind} op {day}</source>
        <translation>{kind} on {day}</translation>
    </message>
    <message>
        <source>{talk} om {time}</source>
        <translation>{talk} at {time}</translation>
    </message>
</context>
<context>
    <name>_FileRow</name>
    <message>
        <source>{name} weghalen</source>
        <translation>Remove {name}</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>dicht</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>_LastTalk</name>
    <message>
        <source>In het kort</source>
        <translation>In short</translation>
    </message>
    <message>
        <source>Jullie hebben hier nog geen gesprek vastgelegd.</source>
        <translation>You have not recorded a talk together here yet.</translation>
    </message>
    <message>
        <source>Nam mee bij {competence}</source>
        <translation>Took away from {competence}</translation>
    </message>
    <message>
        <source>{kind}, {day} ({ago})</source>
        <translation>{kind}, {day} ({ago})</translation>
    </message>
</context>
<context>
    <name>_LevelCard</name>
    <message>
        <source>Niveau {number}: {name}</source>
        <translation>Level {number}: {name}</translation>
    </message>
</context>
<context>
    <name>_OwnWords</name>
    <message>
        <source>{name} schreef</source>
        <translation>{name} wrote</translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>(niets ingevuld)</source>
        <translation>(nothing filled in)</translation>
    </message>
</context>
<context>
    <name>_ReasonForm</name>
    <message>
        <source>Laten vervallen</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Waarom vervalt deze afspraak?</source>
        <translation>Why is this agreement dropped?</translation>
    </message>
</context>
<context>
    <name>_SkillCard</name>
    <message>
        <source>{count} van 5 van niveau {level}</source>
        <translation>{count} of 5 of level {level}</translation>
    </message>
</context>
<context>
    <name>_Slot</name>
    <message>
        <source>Nog vrij</source>
        <translation>Still free</translation>
    </message>
    <message>
        <source>Vraag weghalen</source>
        <translation>Remove question</translation>
    </message>
    <message>
        <source>Vraag weghalen: {text}</source>
        <translation>Remove question: {text}</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>Stap {number} van {count}: {name}, {state}</source>
        <translation>Step {number} of {count}: {name}, {state}</translation>
    </message>
    <message>
        <source>hier ben je</source>
        <translation>you are here</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
    <message>
        <source>nog te doen</source>
        <translation>still to do</translation>
    </message>
</context>
<context>
    <name>access</name>
    <message>
        <source>Beheer van de server ({login})</source>
        <translation>Keeper of the server ({login})</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>gaf een badge of trok er een in</source>
        <translation>gave a badge or took one back</translation>
    </message>
    <message>
        <source>haalde iets weg uit het dossier</source>
        <translation>took something out of the dossier</translation>
    </message>
    <message>
        <source>iemand</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>las het dossier</source>
        <translation>read the dossier</translation>
    </message>
    <message>
        <source>legde een gedrag van een life skill vast</source>
        <translation>recorded a behaviour of a life skill</translation>
    </message>
    <message>
        <source>legde een gesprek vast</source>
        <translation>recorded a talk</translation>
    </message>
    <message>
        <source>legde een reactie van de student vast</source>
        <translation>recorded a response of the student</translation>
    </message>
    <message>
        <source>legde vast wat iemand van een gedrag vindt</source>
        <translation>recorded what somebody thinks of a behaviour</translation>
    </message>
    <message>
        <source>liet de student een gesprek voorbereiden</source>
        <translation>let the student prepare a talk</translation>
    </message>
    <message>
        <source>liet {name} meelezen</source>
        <translation>let {name} read along</translation>
    </message>
    <message>
        <source>schreef een notitie</source>
        <translation>wrote a note</translation>
    </message>
    <message>
        <source>stopte het meelezen van {name}</source>
        <translation>stopped {name} reading along</translation>
    </message>
    <message>
        <source>stopte zelf met meelezen</source>
        <translation>stopped reading along</translation>
    </message>
    <message>
        <source>veranderde een afspraak</source>
        <translation>changed an agreement</translation>
    </message>
    <message>
        <source>veranderde een afspraak over een life skill</source>
        <translation>changed an agreement on a life skill</translation>
    </message>
    <message>
        <source>veranderde gegevens van de student</source>
        <translation>changed facts about the student</translation>
    </message>
    <message>
        <source>veranderde iets bij stage of thuis</source>
        <translation>changed something of a placement or of home</translation>
    </message>
    <message>
        <source>veranderde iets in het dossier</source>
        <translation>changed something in the dossier</translation>
    </message>
    <message>
        <source>zette de student in de lijst</source>
        <translation>put the student in the list</translation>
    </message>
    <message>
        <source>{deed}, {count} keer</source>
        <translation>{deed}, {count} times</translation>
    </message>
</context>
<context>
    <name>agenda</name>
    <message>
        <source>Die dag is al voorbij.</source>
        <translation>That day is past.</translation>
    </message>
    <message>
        <source>Die dag valt in het weekend.</source>
        <translation>That day is in the weekend.</translation>
    </message>
    <message>
        <source>Die dag valt in: {about}.</source>
        <translation>That day is in: {about}.</translation>
    </message>
    <message>
        <source>Je hebt dan zelf al een gesprek: {about}.</source>
        <translation>You have a talk yourself then: {about}.</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Week {number}</translation>
    </message>
    <message>
        <source>afgezegd</source>
        <translation>called off</translation>
    </message>
    <message>
        <source>let op: ruimte zonder deur</source>
        <translation>note: room without a door</translation>
    </message>
    <message>
        <source>trialoog</source>
        <translation>trialogue</translation>
    </message>
    <message>
        <source>vastgelegd</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>zonder tijd</source>
        <translation>without a time</translation>
    </message>
    <message>
        <source>{about} heeft geen deur: kies voor een gevoelig gesprek een besloten ruimte.</source>
        <translation>{about} has no door: choose a private room for a sensitive talk.</translation>
    </message>
    <message>
        <source>{begin} t/m {end}</source>
        <translation>{begin} to {end}</translation>
    </message>
</context>
<context>
    <name>badges</name>
    <message>
        <source>Badgebestand (JSON)</source>
        <translation>Badge file (JSON)</translation>
    </message>
    <message>
        <source>Bijlage op papier (PDF)</source>
        <translation>Annex on paper (PDF)</translation>
    </message>
    <message>
        <source>De badge in dit plaatje is ingepakt, en dat mag niet.</source>
        <translation>The badge in this picture is packed, and that is not allowed.</translation>
    </message>
    <message>
        <source>De badge is beschadigd of er is iets aan veranderd.</source>
        <translation>The badge is damaged or something was changed.</translation>
    </message>
    <message>
        <source>De badge is echt en van {issuer}.</source>
        <translation>The badge is genuine and comes from {issuer}.</translation>
    </message>
    <message>
        <source>De badge is echt en van {issuer}. Of hij later is ingetrokken, is hier niet na te gaan.</source>
        <translation>The badge is real and from {issuer}. Whether it was revoked later cannot be verified here.</translation>
    </message>
    <message>
        <source>De badge is niet veranderd, maar geldt pas vanaf {date}.</source>
        <translation>The badge was not changed, but is only valid from {date}.</translation>
    </message>
    <message>
        <source>De badge is niet veranderd, maar geldt pas vanaf {date}. Wie hem gaf, is hier niet bekend.</source>
        <translation>The badge was not changed, but is only valid from {date}. Who gave it is not known here.</translation>
    </message>
    <message>
        <source>De badge is niet veranderd, maar was geldig tot {date}.</source>
        <translation>The badge was not changed, but was valid until {date}.</translation>
    </message>
    <message>
        <source>De badge is niet veranderd, maar was geldig tot {date}. Wie hem gaf, is hier niet bekend.</source>
        <translation>The badge was not changed, but was valid until {date}. Who gave it is not known here.</translation>
    </message>
    <message>
        <source>De badge is niet veranderd, maar wie hem gaf, is hier niet bekend. De naam die erin staat, kan iedereen erin zetten.</source>
        <translation>The badge was not changed, but who gave it is not known here. Anyone can put the name in it that it shows.</translation>
    </message>
    <message>
        <source>De badge is ondertekend met een sleutel die toen al niet meer in gebruik was.</source>
        <translation>The badge was signed with a key that was no longer in use by then.</translation>
    </message>
    <message>
        <source>De badge is ondertekend met een sleutel die {issuer} heeft ingetrokken. Vraag {issuer} om een nieuwe badge.</source>
        <translation>The badge was signed with a key that {issuer} has revoked. Ask {issuer} for a new badge.</translation>
    </message>
    <message>
        <source>De badge is ondertekend op een manier die de werkbank niet kent ({kind}).</source>
        <translation>The badge was signed in a way that the workbench does not know ({kind}).</translation>
    </message>
    <message>
        <source>De badge klopt van binnen niet.</source>
        <translation>The inside of the badge is not right.</translation>
    </message>
    <message>
        <source>De badge legt zelf uit wat zijn woorden betekenen. Daar gaat de werkbank niet op af.</source>
        <translation>The badge explains by itself what its words mean. The workbench does not go by that.</translation>
    </message>
    <message>
        <source>De badge noemt twee verschillende sleutels.</source>
        <translation>The badge names two different keys.</translation>
    </message>
    <message>
        <source>De badge noemt {issuer}, maar is niet met een sleutel van {issuer} ondertekend.</source>
        <translation>The badge names {issuer}, but was not signed with a key of {issuer}.</translation>
    </message>
    <message>
        <source>De badge spreekt zichzelf tegen.</source>
        <translation>The badge contradicts itself.</translation>
    </message>
    <message>
        <source>De handtekening in de badge is beschadigd.</source>
        <translation>The signature in the badge is damaged.</translation>
    </message>
    <message>
        <source>De handtekening past niet bij wat er staat. Er is iets aan veranderd.</source>
        <translation>The signature does not fit what it says. Something was changed.</translation>
    </message>
    <message>
        <source>Deze badge is niet compleet: ‘{name}’ ontbreekt of klopt niet.</source>
        <translation>This badge is not complete: ‘{name}’ is missing or not right.</translation>
    </message>
    <message>
        <source>Deze badge is niet na te gaan.</source>
        <translation>This badge cannot be verified.</translation>
    </message>
    <message>
        <source>Deze badge is te groot of te ingewikkeld om te lezen.</source>
        <translation>This badge is too large or too intricate to read.</translation>
    </message>
    <message>
        <source>Deze badge is te ingewikkeld om na te gaan.</source>
        <translation>This badge is too intricate to verify.</translation>
    </message>
    <message>
        <source>Deze badge zegt zelf dat hij niet ondertekend is. Dan is er niets na te gaan.</source>
        <translation>This badge says by itself that it is not signed. Then there is nothing to verify.</translation>
    </message>
    <message>
        <source>Dit bestand is geen badge. Een badge is een plaatje (PNG of SVG), of een bestand met JSON of een token.</source>
        <translation>This file is not a badge. A badge is a picture (PNG or SVG), or a file with JSON or a token.</translation>
    </message>
    <message>
        <source>Dit bestand is niet te lezen. Staat het er nog?</source>
        <translation>This file cannot be read. Is it still there?</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een badge.</source>
        <translation>This file is too large for a badge.</translation>
    </message>
    <message>
        <source>Dit is een lijst van ingetrokken badges van een onbekende. Hij telt niet mee.</source>
        <translation>This is a list of revoked badges of somebody unknown. It does not count.</translation>
    </message>
    <message>
        <source>Dit is een lijst van ingetrokken badges van {issuer}. De badges zijn ermee nagekeken.</source>
        <translation>This is a list of revoked badges of {issuer}. The badges were checked against it.</translation>
    </message>
    <message>
        <source>Dit is geen badge volgens Open Badges 3.0.</source>
        <translation>This is not a badge according to Open Badges 3.0.</translation>
    </message>
    <message>
        <source>Dit is geen lijst van ingetrokken badges.</source>
        <translation>This is not a list of revoked badges.</translation>
    </message>
    <message>
        <source>Dit is geen rugzak met badges, maar een gewone webpagina.</source>
        <translation>This is not a backpack with badges but an ordinary web page.</translation>
    </message>
    <message>
        <source>Dit is te veel om in één keer na te kijken. Kijk dit bestand apart na.</source>
        <translation>This is too much to check at once. Check this file by itself.</translation>
    </message>
    <message>
        <source>Dit plaatje haalt iets van internet. De werkbank opent het niet.</source>
        <translation>This picture fetches something from the internet. The workbench does not open it.</translation>
    </message>
    <message>
        <source>Dit plaatje is beschadigd. Vraag het nog een keer.</source>
        <translation>This picture is damaged. Ask for it again.</translation>
    </message>
    <message>
        <source>Dit plaatje maakt eigen afkortingen. Daarmee is het niet veilig te lezen.</source>
        <translation>This picture makes abbreviations of its own. That makes it unsafe to read.</translation>
    </message>
    <message>
        <source>Er is hier geen sleutel waarmee deze badge is na te gaan.</source>
        <translation>There is no key here with which this badge can be verified.</translation>
    </message>
    <message>
        <source>Er is iets aan veranderd</source>
        <translation>Something was changed</translation>
    </message>
    <message>
        <source>Er staan {count} handtekeningen in deze badge. De werkbank kan er één nagaan.</source>
        <translation>There are {count} signatures in this badge. The workbench can verify one.</translation>
    </message>
    <message>
        <source>Er staat geen handtekening in deze badge. Dan is er niets na te gaan.</source>
        <translation>There is no signature in this badge. Then there is nothing to verify.</translation>
    </message>
    <message>
        <source>Geen badge</source>
        <translation>Not a badge</translation>
    </message>
    <message>
        <source>Geen van de sleutels van {issuer} past op deze badge. Er is iets aan veranderd, of hij is met een andere sleutel ondertekend.</source>
        <translation>None of the keys of {issuer} fits this badge. Something was changed, or it was signed with another key.</translation>
    </message>
    <message>
        <source>Geldig</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Handtekening telt niet meer</source>
        <translation>Signature no longer counts</translation>
    </message>
    <message>
        <source>In de badge staat ‘{name}’ twee keer. Dan is niet duidelijk wat geldt.</source>
        <translation>The badge contains ‘{name}’ twice. Then it is not clear what counts.</translation>
    </message>
    <message>
        <source>In de badge staat ‘{name}’, en dat valt buiten de handtekening.</source>
        <translation>The badge contains ‘{name}’, and that is not covered by the signature.</translation>
    </message>
    <message>
        <source>In dit plaatje zit een badge van een oudere soort. Die kan de werkbank niet nagaan.</source>
        <translation>This picture holds a badge of an older kind. The workbench cannot verify that.</translation>
    </message>
    <message>
        <source>In dit plaatje zit een programmaatje. De werkbank opent het niet.</source>
        <translation>There is a small program in this picture. The workbench does not open it.</translation>
    </message>
    <message>
        <source>In dit plaatje zit geen badge.</source>
        <translation>There is no badge in this picture.</translation>
    </message>
    <message>
        <source>In dit plaatje zit meer dan één badge. Dan is niet duidelijk welke geldt.</source>
        <translation>This picture holds more than one badge. Then it is not clear which one counts.</translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Niet na te gaan</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>Niet te openen</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>Niet van deze uitgever</source>
        <translation>Not from this issuer</translation>
    </message>
    <message>
        <source>Nog niet geldig</source>
        <translation>Not valid yet</translation>
    </message>
    <message>
        <source>Onbekend soort handtekening</source>
        <translation>Unknown kind of signature</translation>
    </message>
    <message>
        <source>Onbekende uitgever</source>
        <translation>Unknown issuer</translation>
    </message>
    <message>
        <source>Plaatje (PNG): voor cv, mail en LinkedIn</source>
        <translation>Picture (PNG): for CV, mail and LinkedIn</translation>
    </message>
    <message>
        <source>Scherp plaatje (SVG): voor een website</source>
        <translation>Sharp picture (SVG): for a web site</translation>
    </message>
    <message>
        <source>Token (JWT)</source>
        <translation>Token (JWT)</translation>
    </message>
    <message>
        <source>Verlopen</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Vervangen door een nieuwe badge.</source>
        <translation>Replaced by a new badge.</translation>
    </message>
    <message>
        <source>Wat de woorden in deze badge betekenen, staat alleen op internet ({address}). Daar kijkt de werkbank niet.</source>
        <translation>What the words in this badge mean is only found on the internet ({address}). The workbench does not look there.</translation>
    </message>
    <message>
        <source>Wat in dit bestand staat, is niet te lezen als badge.</source>
        <translation>What is in this file cannot be read as a badge.</translation>
    </message>
    <message>
        <source>geldig</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>in gebruik</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>ingetrokken</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>sleutel ingetrokken</source>
        <translation>key revoked</translation>
    </message>
    <message>
        <source>verlopen</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>vervangen</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>{issuer} heeft deze badge ingetrokken.</source>
        <translation>{issuer} has revoked this badge.</translation>
    </message>
</context>
<context>
    <name>career</name>
    <message>
        <source>BPV</source>
        <translation>Placement</translation>
    </message>
    <message>
        <source>Bekijk ze in de lijst</source>
        <translation>See them in the list</translation>
    </message>
    <message>
        <source>Dialoog</source>
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>Eindgesprek</source>
        <translation>Closing talk</translation>
    </message>
    <message>
        <source>In eigen woorden voorbereid</source>
        <translation>Prepared in their own words</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Kennismaking</source>
        <translation>First meeting</translation>
    </message>
    <message>
        <source>Kwaliteitenreflectie</source>
        <translation>Reflection on qualities</translation>
    </message>
    <message>
        <source>Leermetergesprek</source>
        <translation>Learning meter talk</translation>
    </message>
    <message>
        <source>Loopbaanreflectiegesprek</source>
        <translation>Career reflection talk</translation>
    </message>
    <message>
        <source>Loopbaansturing</source>
        <translation>Career steering</translation>
    </message>
    <message>
        <source>Motievenreflectie</source>
        <translation>Reflection on motives</translation>
    </message>
    <message>
        <source>Naar je reservekopieën</source>
        <translation>To your backups</translation>
    </message>
    <message>
        <source>Netwerken</source>
        <translation>Networking</translation>
    </message>
    <message>
        <source>Onderbouw</source>
        <translation>Lower years</translation>
    </message>
    <message>
        <source>Oudergesprek</source>
        <translation>Talk with parents</translation>
    </message>
    <message>
        <source>Overdrachtsgesprek</source>
        <translation>Handover talk</translation>
    </message>
    <message>
        <source>POP-gesprek</source>
        <translation>PDP talk</translation>
    </message>
    <message>
        <source>Stagebezoek</source>
        <translation>Placement visit</translation>
    </message>
    <message>
        <source>Startgesprek</source>
        <translation>Starting talk</translation>
    </message>
    <message>
        <source>Trialoog</source>
        <translation>Trialogue</translation>
    </message>
    <message>
        <source>Trialoog: student en bedrijf zijn binnen</source>
        <translation>Three-way talk: student and company are in</translation>
    </message>
    <message>
        <source>Trialoog: wacht op de student</source>
        <translation>Three-way talk: waits for the student</translation>
    </message>
    <message>
        <source>Trialoog: wacht op het bedrijf</source>
        <translation>Three-way talk: waits for the company</translation>
    </message>
    <message>
        <source>Tweedelijnsgesprek</source>
        <translation>Second-line talk</translation>
    </message>
    <message>
        <source>Uitstroom</source>
        <translation>Outflow</translation>
    </message>
    <message>
        <source>Voortgangsgesprek</source>
        <translation>Progress talk</translation>
    </message>
    <message>
        <source>Werkexploratie</source>
        <translation>Work exploration</translation>
    </message>
    <message>
        <source>aan het werk, zonder diploma</source>
        <translation>at work, without a diploma</translation>
    </message>
    <message>
        <source>andere opleiding op deze school</source>
        <translation>another programme at this school</translation>
    </message>
    <message>
        <source>anders</source>
        <translation>other</translation>
    </message>
    <message>
        <source>begeleid door het doorstroompunt (RMC)</source>
        <translation>guided by the transfer point (RMC)</translation>
    </message>
    <message>
        <source>diploma, aan het werk</source>
        <translation>diploma, at work</translation>
    </message>
    <message>
        <source>diploma, naar het hbo</source>
        <translation>diploma, on to higher education (hbo)</translation>
    </message>
    <message>
        <source>diploma, verder in het mbo</source>
        <translation>diploma, on within mbo</translation>
    </message>
    <message>
        <source>eerst zorg of herstel</source>
        <translation>care or recovery first</translation>
    </message>
    <message>
        <source>naar een andere school</source>
        <translation>to another school</translation>
    </message>
    <message>
        <source>overleden</source>
        <translation>deceased</translation>
    </message>
    <message>
        <source>waarheen is nog niet bekend</source>
        <translation>where to is not known yet</translation>
    </message>
    <message>
        <source>wordt 16</source>
        <translation>turns 16</translation>
    </message>
    <message>
        <source>wordt 18</source>
        <translation>turns 18</translation>
    </message>
</context>
<context>
    <name>conversations</name>
    <message>
        <source>Afspraak</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Dag van het gesprek</source>
        <translation>Day of the talk</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Denkt anders</source>
        <translation>Sees it differently</translation>
    </message>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Hier denk ik anders over</source>
        <translation>I see this differently</translation>
    </message>
    <message>
        <source>Hoe ging het? {agreement}</source>
        <translation>How did it go? {agreement}</translation>
    </message>
    <message>
        <source>Klas</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Klopt</source>
        <translation>That is right</translation>
    </message>
    <message>
        <source>Lees het verslag</source>
        <translation>Read the report</translation>
    </message>
    <message>
        <source>Nog niets</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Student zegt</source>
        <translation>Student says</translation>
    </message>
    <message>
        <source>Uiterlijk</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next talk</translation>
    </message>
    <message>
        <source>Vorig gesprek</source>
        <translation>Previous talk</translation>
    </message>
    <message>
        <source>Vorige keer afgesproken</source>
        <translation>Agreed last time</translation>
    </message>
    <message>
        <source>Vragen voor dit gesprek</source>
        <translation>Questions for this talk</translation>
    </message>
    <message>
        <source>Waar ging het over?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Waar wil je het over hebben?</source>
        <translation>What do you want to talk about?</translation>
    </message>
    <message>
        <source>Wat de student ervan zegt</source>
        <translation>What the student says about it</translation>
    </message>
    <message>
        <source>Wat de student zegt</source>
        <translation>What the student says</translation>
    </message>
    <message>
        <source>Wat het leerbedrijf ervan zegt</source>
        <translation>What the company says of it</translation>
    </message>
    <message>
        <source>Wat is er anders, en waarom?</source>
        <translation>What is different, and why?</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>afgesproken op {day}</source>
        <translation>agreed on {day}</translation>
    </message>
    <message>
        <source>afgesproken op {day}, uiterlijk {due}</source>
        <translation>agreed on {day}, by {due}</translation>
    </message>
    <message>
        <source>begeleider</source>
        <translation>counsellor</translation>
    </message>
    <message>
        <source>gedaan</source>
        <translation>done</translation>
    </message>
    <message>
        <source>gedaan op {day}</source>
        <translation>done on {day}</translation>
    </message>
    <message>
        <source>leerbedrijf</source>
        <translation>work placement company</translation>
    </message>
    <message>
        <source>loopt door tot {day}</source>
        <translation>goes on until {day}</translation>
    </message>
    <message>
        <source>op {day}: loopt door tot {due}</source>
        <translation>on {day}: goes on until {due}</translation>
    </message>
    <message>
        <source>ouder/verzorger</source>
        <translation>parent/guardian</translation>
    </message>
    <message>
        <source>student</source>
        <translation>student</translation>
    </message>
    <message>
        <source>uit het verslag gehaald in versie {number} van dat gesprek</source>
        <translation>taken out of the record in version {number} of that talk</translation>
    </message>
    <message>
        <source>uiterlijk {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>vervallen op {day}</source>
        <translation>dropped on {day}</translation>
    </message>
    <message>
        <source>vervallen: {reason}</source>
        <translation>dropped: {reason}</translation>
    </message>
    <message>
        <source>weer open op {day}</source>
        <translation>open again on {day}</translation>
    </message>
    <message>
        <source>{competence}: betekenis</source>
        <translation>{competence}: meaning</translation>
    </message>
    <message>
        <source>{competence}: ervaring</source>
        <translation>{competence}: experience</translation>
    </message>
    <message>
        <source>{competence}: meenemen</source>
        <translation>{competence}: takeaway</translation>
    </message>
    <message>
        <source>{day} om {time}</source>
        <translation>{day} at {time}</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Er ging iets mis</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>{reason}

Ga gerust verder. Gebeurt het vaker? Geef dan het verslag aan wie je helpt met de werkbank. Er staat niets over studenten in.</source>
        <translation>{reason}

You can safely go on. Does it happen more often? Then give the report to whoever helps you with the workbench. It holds nothing about students.</translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>{name} (teruggezet)</source>
        <translation>{name} (restored)</translation>
    </message>
</context>
<context>
    <name>damaged</name>
    <message>
        <source>{day} om {time}</source>
        <translation>{day} at {time}</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Niet doen</source>
        <translation>Do not do it</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>enrolment</name>
    <message>
        <source>blijft zoals het is</source>
        <translation>stays as it is</translation>
    </message>
    <message>
        <source>gaat door</source>
        <translation>goes on</translation>
    </message>
    <message>
        <source>gaat van school</source>
        <translation>leaves school</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Aan het verborgen blad van deze werkmap is iets veranderd. Er is niets overgenomen: maak een nieuwe werkmap en vul die in.</source>
        <translation>Something was changed on the hidden sheet of this workbook. Nothing was taken over: make a new workbook and fill in that one.</translation>
    </message>
    <message>
        <source>Alleen de functioneel beheerder mag dit, en niet voor zichzelf.</source>
        <translation>Only the functional administrator may do this, and not for themselves.</translation>
    </message>
    <message>
        <source>Bevestigen kan niet voor de dag waarop het gezien is.</source>
        <translation>It cannot be confirmed before the day on which it was seen.</translation>
    </message>
    <message>
        <source>Bij deze inlognaam hoort nog geen medewerker. Vraag de beheerder om je toe te voegen.</source>
        <translation>No member of staff belongs to this login name yet. Ask the administrator to add you.</translation>
    </message>
    <message>
        <source>Bij groep &apos;{value}&apos; hoort geen enkele skill.</source>
        <translation>Group &apos;{value}&apos; has no skill at all.</translation>
    </message>
    <message>
        <source>Bij werkproces {code} staat een competentie die de werkbank niet kent. Haal het bestand opnieuw op bij SBB.</source>
        <translation>Work process {code} has a competence that the workbench does not know. Get the file from SBB again.</translation>
    </message>
    <message>
        <source>Bij {place} horen {wanted} gedragingen; het zijn er {count}.</source>
        <translation>{place} must have {wanted} behaviours; it has {count}.</translation>
    </message>
    <message>
        <source>Bij {place} horen {wanted} niveaus; het zijn er {count}.</source>
        <translation>{place} must have {wanted} levels; it has {count}.</translation>
    </message>
    <message>
        <source>Bij {place} is &apos;{key}&apos; leeg.</source>
        <translation>At {place} &apos;{key}&apos; is empty.</translation>
    </message>
    <message>
        <source>Bij {place} is &apos;{key}&apos; te lang: {length} tekens, er passen er {limit}. Maak de tekst korter.</source>
        <translation>At {place} &apos;{key}&apos; is too long: {length} characters, {limit} fit. Make the text shorter.</translation>
    </message>
    <message>
        <source>Bij {place} kan &apos;{value}&apos; geen kenmerk zijn. Begin met een kleine letter en gebruik hooguit 40 kleine letters, cijfers of liggende streepjes (_).</source>
        <translation>At {place} &apos;{value}&apos; cannot be an identifier. Begin with a small letter and use at most 40 small letters, digits or underscores (_).</translation>
    </message>
    <message>
        <source>Bij {place} kan &apos;{value}&apos; geen versie zijn. Gebruik hooguit 20 letters, cijfers, punten of streepjes, zoals 2026.1.</source>
        <translation>At {place} &apos;{value}&apos; cannot be a version. Use at most 20 letters, digits, dots or hyphens, such as 2026.1.</translation>
    </message>
    <message>
        <source>Bij {place} moet &apos;{key}&apos; een blok met eigen regels zijn.</source>
        <translation>At {place} &apos;{key}&apos; must be a block with lines of its own.</translation>
    </message>
    <message>
        <source>Bij {place} moet &apos;{key}&apos; een lijst zijn.</source>
        <translation>At {place} &apos;{key}&apos; must be a list.</translation>
    </message>
    <message>
        <source>Bij {place} moet &apos;{key}&apos; een tekst zijn.</source>
        <translation>At {place} &apos;{key}&apos; must be a text.</translation>
    </message>
    <message>
        <source>Bij {place} ontbreekt &apos;{key}&apos;. Vul dat aan in het bestand.</source>
        <translation>At {place} &apos;{key}&apos; is missing. Add it to the file.</translation>
    </message>
    <message>
        <source>Bij {place} staat &apos;{key}&apos;, en dat hoort daar niet. Is het een typefout?</source>
        <translation>At {place} stands &apos;{key}&apos;, which does not belong there. Is it a typing error?</translation>
    </message>
    <message>
        <source>Bij {place} staat &apos;{value}&apos; al ergens anders in het bestand.</source>
        <translation>At {place} stands &apos;{value}&apos;, which is already somewhere else in the file.</translation>
    </message>
    <message>
        <source>Bij {place} staat competentie &apos;{value}&apos;. Kies uit de letters A tot en met Y.</source>
        <translation>At {place} stands competence &apos;{value}&apos;. Choose from the letters A to Y.</translation>
    </message>
    <message>
        <source>Bij {place} staat groep &apos;{value}&apos;, maar die groep is er niet.</source>
        <translation>At {place} stands group &apos;{value}&apos;, but there is no such group.</translation>
    </message>
    <message>
        <source>Bij ‘{title}’ staan {length} tekens; er passen er {limit}. Er is niets overgenomen en niets afgeknipt. Vraag om een kortere tekst, of typ samen over wat telt.</source>
        <translation>At ‘{title}’ there are {length} characters; {limit} fit. Nothing was taken over and nothing was cut off. Ask for a shorter text, or type over together what counts.</translation>
    </message>
    <message>
        <source>Dan is er geen school: het is weekend of vakantie.</source>
        <translation>There is no school then: it is a weekend or a holiday.</translation>
    </message>
    <message>
        <source>Dat is te ver vooruit. Kies een dag binnen een jaar.</source>
        <translation>That is too far ahead. Choose a day within a year.</translation>
    </message>
    <message>
        <source>Dat lukte een paar keer niet. Wacht nog even en probeer het opnieuw (nog {seconds} s).</source>
        <translation>That did not work a few times. Wait a moment and try again ({seconds} s to go).</translation>
    </message>
    <message>
        <source>De avond is te kort: er past geen gesprek in.</source>
        <translation>The evening is too short: no conversation fits in it.</translation>
    </message>
    <message>
        <source>De badge moet na vandaag nog geldig zijn.</source>
        <translation>The badge must still be valid after today.</translation>
    </message>
    <message>
        <source>De badgesleutel is net vervangen. Begin opnieuw met de nieuwe sleutel.</source>
        <translation>The badge key has just been replaced. Start again with the new key.</translation>
    </message>
    <message>
        <source>De badgesleutel zit achter een wachtwoordzin. Typ die om te ondertekenen.</source>
        <translation>The badge key is behind a passphrase. Type it to sign.</translation>
    </message>
    <message>
        <source>De dag van de toestemming moet nog komen.</source>
        <translation>The day of the consent is still to come.</translation>
    </message>
    <message>
        <source>De database van de school is nog niet bijgewerkt. Vraag de beheerder, of gebruik zolang je vorige versie.</source>
        <translation>The school&apos;s database was not updated yet. Ask the administrator, or use your previous version for now.</translation>
    </message>
    <message>
        <source>De eindtijd moet na de begintijd liggen.</source>
        <translation>The end must come after the beginning.</translation>
    </message>
    <message>
        <source>De klok van deze laptop loopt {minutes} minuten anders dan die van de school. De werkbank gebruikt de klok van de school.</source>
        <translation>This laptop&apos;s clock differs by {minutes} minutes from the school&apos;s. The workbench uses the school&apos;s clock.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste dag. Kijk ze na.</source>
        <translation>The last day lies before the first day. Check them.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste. Draai ze om.</source>
        <translation>The last day is before the first. Turn them around.</translation>
    </message>
    <message>
        <source>De lijst heeft geen kolom {column}.</source>
        <translation>The list has no column {column}.</translation>
    </message>
    <message>
        <source>De map LOB-reservekopie op deze plek verwijst naar een andere map. Kies een andere plek.</source>
        <translation>The folder LOB-reservekopie in this place points to another folder. Choose another place.</translation>
    </message>
    <message>
        <source>De reservekopie is niet gelukt: in het werkboek klopt iets niet. Laat het werkboek nakijken. Je eerdere reservekopieën staan er nog.</source>
        <translation>The backup did not work: something in the workbook is not right. Have the workbook looked at. Your earlier backups are still there.</translation>
    </message>
    <message>
        <source>De schijf is vol. Maak ruimte vrij; wat al bewaard was, staat er nog.</source>
        <translation>The disk is full. Make room; what was already saved is still there.</translation>
    </message>
    <message>
        <source>De schijf van de server is vol. Waarschuw de beheerder; wat al bewaard was, staat er nog.</source>
        <translation>The server&apos;s disk is full. Warn the administrator; what was saved is still there.</translation>
    </message>
    <message>
        <source>De school is even bezig. Wacht een moment en probeer het opnieuw.</source>
        <translation>The school is busy. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>De school is niet te bereiken. Kijk of je internet of het schoolnetwerk werkt, en of het adres klopt.</source>
        <translation>The school cannot be reached. Check that your internet or the school network works, and that the address is right.</translation>
    </message>
    <message>
        <source>De school kent geen team ‘{team}’.</source>
        <translation>The school knows no team ‘{team}’.</translation>
    </message>
    <message>
        <source>De school schrijft zelf, in de werkbank. Daar is geen formulier voor.</source>
        <translation>The school writes for itself, in the workbench. There is no form for that.</translation>
    </message>
    <message>
        <source>De school werkt met een nieuwere versie. Werk eerst deze werkbank bij.</source>
        <translation>The school works with a newer version. Update this workbench first.</translation>
    </message>
    <message>
        <source>De tweede plek is er nu niet. Zodra die er weer is, komt de kopie er vanzelf.</source>
        <translation>The second place is not there right now. Once it is back, the backup gets there by itself.</translation>
    </message>
    <message>
        <source>De verbinding met de school is weg. De werkbank probeert het steeds opnieuw.</source>
        <translation>The connection with the school is gone. The workbench keeps trying.</translation>
    </message>
    <message>
        <source>De werkbank kan niet meer bij het werkboek. Staat het op een stick of netwerkschijf? Kijk of die er nog is.</source>
        <translation>The workbench can no longer reach the workbook. Is it on a stick or a network drive? See if that is still there.</translation>
    </message>
    <message>
        <source>De werkbank kan niet nagaan of dit echt de server van je school is. Er is niets verstuurd. Vraag de beheerder om het certificaat.</source>
        <translation>The workbench cannot tell whether this really is your school&apos;s server. Nothing was sent. Ask the administrator for the certificate.</translation>
    </message>
    <message>
        <source>De woorden van gedrag staan vast in deze set. Een eigen set maak je in de werkbank.</source>
        <translation>The words of behaviours are fixed in this set. You make a set of your own in the werkbank.</translation>
    </message>
    <message>
        <source>Deze PDF is beschadigd. Vraag om het formulier nog een keer te sturen.</source>
        <translation>This PDF is damaged. Ask to have the form sent once more.</translation>
    </message>
    <message>
        <source>Deze PDF is geen formulier van de werkbank, of het kenmerk is eruit gehaald. Vraag om het formulier dat jij stuurde.</source>
        <translation>This PDF is not a form of the workbench, or its mark was taken out. Ask for the form that you sent.</translation>
    </message>
    <message>
        <source>Deze afspraak loopt in de werkbank niet meer.</source>
        <translation>This agreement is over in the werkbank.</translation>
    </message>
    <message>
        <source>Deze badge is al ingetrokken.</source>
        <translation>This badge has already been revoked.</translation>
    </message>
    <message>
        <source>Deze badge is al voorbij voor hij begint.</source>
        <translation>This badge is over before it begins.</translation>
    </message>
    <message>
        <source>Deze bestanden zijn samen te groot voor zo veel gedrag tegelijk.</source>
        <translation>Together these files are too large for so many behaviours at once.</translation>
    </message>
    <message>
        <source>Deze bewaarde badge is niet meer te lezen.</source>
        <translation>This stored badge can no longer be read.</translation>
    </message>
    <message>
        <source>Deze collega heeft geen account waarmee dat kan.</source>
        <translation>This colleague has no account that allows it.</translation>
    </message>
    <message>
        <source>Deze collega hoort niet bij de tweede lijn.</source>
        <translation>This colleague is not of the second line.</translation>
    </message>
    <message>
        <source>Deze collega is geen loopbaanbegeleider.</source>
        <translation>This colleague is no career counsellor.</translation>
    </message>
    <message>
        <source>Deze collega leest al mee.</source>
        <translation>This colleague reads along already.</translation>
    </message>
    <message>
        <source>Deze dag is al geweest.</source>
        <translation>This day is over already.</translation>
    </message>
    <message>
        <source>Deze dag is al geweest. Kies tot wanneer het formulier geldig is.</source>
        <translation>This day has passed. Choose until when the form is valid.</translation>
    </message>
    <message>
        <source>Deze dag is voorbij. Kies vandaag of een latere dag.</source>
        <translation>This day is past. Choose today or a later day.</translation>
    </message>
    <message>
        <source>Deze dag moet nog komen.</source>
        <translation>This day is still to come.</translation>
    </message>
    <message>
        <source>Deze database is al een school. Gebruik `server upgrade` om hem bij te werken.</source>
        <translation>This database is a school already. Use `server upgrade` to update it.</translation>
    </message>
    <message>
        <source>Deze database is nog geen school. Begin met `server init`.</source>
        <translation>This database is not a school yet. Begin with `server init`.</translation>
    </message>
    <message>
        <source>Deze foto heeft te veel beeldpunten. Kies een kleinere.</source>
        <translation>This photo has too many pixels. Choose a smaller one.</translation>
    </message>
    <message>
        <source>Deze foto is niet te lezen. Is het bestand heel?</source>
        <translation>This photo cannot be read. Is the file whole?</translation>
    </message>
    <message>
        <source>Deze herstelcode past niet op dit werkboek.</source>
        <translation>This recovery code does not fit this workbook.</translation>
    </message>
    <message>
        <source>Deze inlognaam bestaat al.</source>
        <translation>This login name exists already.</translation>
    </message>
    <message>
        <source>Deze inlognaam en dit wachtwoord passen niet bij elkaar.</source>
        <translation>This login name and this password do not go together.</translation>
    </message>
    <message>
        <source>Deze invoer kan de werkbank niet gebruiken.</source>
        <translation>The workbench cannot use this input.</translation>
    </message>
    <message>
        <source>Deze laptop kan geen concepten bewaren als de verbinding wegvalt. Kijk of de schijf vol is.</source>
        <translation>This laptop cannot keep drafts when the connection drops. See whether the disk is full.</translation>
    </message>
    <message>
        <source>Deze laptop kon je wachtwoord niet bewaren. Je typt het de volgende keer opnieuw.</source>
        <translation>This laptop could not keep your password. Next time you type it again.</translation>
    </message>
    <message>
        <source>Deze lijst heeft meer dan {limit} regels. Maak hem korter.</source>
        <translation>This list has more than {limit} lines. Make it shorter.</translation>
    </message>
    <message>
        <source>Deze map hoort bij een ander werkboek. Kies een andere plek.</source>
        <translation>This folder belongs to another workbook. Choose another place.</translation>
    </message>
    <message>
        <source>Deze map hoort bij het werkboek zelf. Kies een plek daarbuiten.</source>
        <translation>This folder belongs to the workbook itself. Choose a place outside it.</translation>
    </message>
    <message>
        <source>Deze persoon staat niet in de werkmap. Kies een naam uit de lijst.</source>
        <translation>This person is not in the workbook. Choose a name from the list.</translation>
    </message>
    <message>
        <source>Deze reservekopie is niet heel. Kies een andere reservekopie.</source>
        <translation>This backup is not complete. Choose another backup.</translation>
    </message>
    <message>
        <source>Deze server biedt geen beveiligde verbinding aan. Er is niets verstuurd.</source>
        <translation>This server offers no secure connection. Nothing was sent.</translation>
    </message>
    <message>
        <source>Deze server laat je alleen binnen over een beveiligde verbinding.</source>
        <translation>This server lets you in over a secure connection only.</translation>
    </message>
    <message>
        <source>Deze set heet van binnen &apos;{value}&apos;, net als de set van de werkbank zelf. Geef je eigen set een ander kenmerk.</source>
        <translation>Inside, this set is called &apos;{value}&apos;, just like the workbench&apos;s own set. Give your own set another identifier.</translation>
    </message>
    <message>
        <source>Deze skill staat niet in deze set life skills.</source>
        <translation>This skill is not in this set of life skills.</translation>
    </message>
    <message>
        <source>Deze sleutel is beschadigd en gaat niet meer open. Maak een nieuwe sleutel.</source>
        <translation>This key is damaged and no longer opens. Make a new key.</translation>
    </message>
    <message>
        <source>Deze sleutel van deze school staat er al.</source>
        <translation>This key of this school is already there.</translation>
    </message>
    <message>
        <source>Deze student is intussen gewijzigd. Er is niets veranderd. Kijk eerst hoe het nu is.</source>
        <translation>This student was changed in the meantime. Nothing has changed. See first how it is now.</translation>
    </message>
    <message>
        <source>Deze tekst heeft {length} tekens; er passen er {limit}. Kort hem in: er is niets afgeknipt.</source>
        <translation>This text has {length} characters; {limit} fit. Shorten it: nothing has been cut off.</translation>
    </message>
    <message>
        <source>Deze tekst is langer dan in een vak van Excel past. Verander hem in de werkbank.</source>
        <translation>This text is longer than fits in a cell of Excel. Change it in the werkbank.</translation>
    </message>
    <message>
        <source>Deze verbinding controleert niet of dit echt de server van je school is. Vraag de beheerder om het certificaat.</source>
        <translation>This connection does not check whether this really is your school&apos;s server. Ask the administrator for the certificate.</translation>
    </message>
    <message>
        <source>Deze vraag staat al in de bank.</source>
        <translation>This question is in the bank already.</translation>
    </message>
    <message>
        <source>Deze wachtwoordzin past niet op dit werkboek.</source>
        <translation>This passphrase does not fit this workbook.</translation>
    </message>
    <message>
        <source>Deze wachtwoordzin past niet. Typ hem nog een keer.</source>
        <translation>This passphrase does not fit. Type it once more.</translation>
    </message>
    <message>
        <source>Deze werkmap hoort bij een andere set life skills, of bij een andere versie ervan. Maak een nieuwe werkmap en vul die in.</source>
        <translation>This workbook belongs to another set of life skills, or to another version of it. Make a new workbook and fill in that one.</translation>
    </message>
    <message>
        <source>Deze werkmap is alleen om te lezen. Er is niets om terug te brengen.</source>
        <translation>This workbook is for reading only. There is nothing to bring back.</translation>
    </message>
    <message>
        <source>Deze werkmap is gemaakt met een nieuwere versie. Werk eerst de werkbank bij.</source>
        <translation>This workbook was made with a newer version. Update the werkbank first.</translation>
    </message>
    <message>
        <source>Deze werkmap komt niet uit de werkbank, of het verborgen blad is weg. Vul een werkmap in die je met ‘Naar Excel’ maakte.</source>
        <translation>This workbook does not come from the werkbank, or the hidden sheet is gone. Fill in a workbook that you made with ‘To Excel’.</translation>
    </message>
    <message>
        <source>Deze werkmap komt van een andere school of uit een ander werkboek.</source>
        <translation>This workbook comes from another school or from another werkboek.</translation>
    </message>
    <message>
        <source>Dit EDEXML-bestand is beschadigd of niet compleet. Vraag de school om het opnieuw te maken.</source>
        <translation>This EDEXML file is damaged or incomplete. Ask the school to make it again.</translation>
    </message>
    <message>
        <source>Dit EDEXML-bestand is niet veilig te lezen. Vraag de school om het opnieuw te maken.</source>
        <translation>This EDEXML file cannot be read safely. Ask the school to make it again.</translation>
    </message>
    <message>
        <source>Dit Excel-bestand haalt gegevens op uit andere bestanden of van internet. De werkbank leest het daarom niet. Haal die koppelingen weg en sla het opnieuw op.</source>
        <translation>This Excel file fetches data from other files or from the internet. That is why the werkbank does not read it. Remove those links and save it again.</translation>
    </message>
    <message>
        <source>Dit Excel-bestand is beschadigd. Vraag om het nog een keer te sturen, of open het in Excel en sla het opnieuw op.</source>
        <translation>This Excel file is damaged. Ask for it to be sent again, or open it in Excel and save it again.</translation>
    </message>
    <message>
        <source>Dit Excel-bestand is niet veilig te lezen. Open het in Excel, sla het opnieuw op en probeer het nog een keer.</source>
        <translation>This Excel file is not safe to read. Open it in Excel, save it again and try once more.</translation>
    </message>
    <message>
        <source>Dit adres is van {name}, een school die jullie vertrouwen. Kies je eigen adres.</source>
        <translation>This address belongs to {name}, a school that you trust. Choose your own address.</translation>
    </message>
    <message>
        <source>Dit bestand gaat niet open. Staat het er nog, en is het in Excel gesloten?</source>
        <translation>This file does not open. Is it still there, and is it closed in Excel?</translation>
    </message>
    <message>
        <source>Dit bestand gaat niet open. Staat het er nog, en mag je het lezen?</source>
        <translation>This file does not open. Is it still there, and may you read it?</translation>
    </message>
    <message>
        <source>Dit bestand houdt zich niet aan EDEXML 2.1: bij ‘{about}’ staat iets wat daar niet mag, of er ontbreekt iets. Vraag de school om het opnieuw te maken, of om een Excel-bestand.</source>
        <translation>This file does not keep to EDEXML 2.1: at ‘{about}’ there is something that may not be there, or something is missing. Ask the school to make it again, or for an Excel file.</translation>
    </message>
    <message>
        <source>Dit bestand is EDEXML {about}. De werkbank leest EDEXML 2.1. Vraag de school om die versie, of om een Excel-bestand.</source>
        <translation>This file is EDEXML {about}. The workbench reads EDEXML 2.1. Ask the school for that version, or for an Excel file.</translation>
    </message>
    <message>
        <source>Dit bestand is beschadigd. Maak de lijst opnieuw als CSV UTF-8.</source>
        <translation>This file is damaged. Make the list again as CSV UTF-8.</translation>
    </message>
    <message>
        <source>Dit bestand is een programma met een andere naam. Open het niet, en laat het de ICT van je school weten.</source>
        <translation>This file is a program under another name. Do not open it, and tell the IT people of your school.</translation>
    </message>
    <message>
        <source>Dit bestand is geen EDEXML. Vraag de lijst als EDEXML 2.1, Excel-bestand of CSV.</source>
        <translation>This file is not EDEXML. Ask for the list as EDEXML 2.1, an Excel file or CSV.</translation>
    </message>
    <message>
        <source>Dit bestand is geen Excel-bestand (.xlsx). Kijk of je het goede bestand koos.</source>
        <translation>This file is not an Excel file (.xlsx). Check whether you chose the right file.</translation>
    </message>
    <message>
        <source>Dit bestand is geen PDF. Vraag om het ingevulde formulier zelf, als PDF.</source>
        <translation>This file is not a PDF. Ask for the filled-in form itself, as a PDF.</translation>
    </message>
    <message>
        <source>Dit bestand is geen gewone tekst (regel {line}). Maak de lijst opnieuw als CSV.</source>
        <translation>This file is not plain text (line {line}). Make the list again as CSV.</translation>
    </message>
    <message>
        <source>Dit bestand is geen plaatje dat past. Kies een PNG of een JPEG.</source>
        <translation>This file is not a picture that fits. Choose a PNG or a JPEG.</translation>
    </message>
    <message>
        <source>Dit bestand is geen rugzak met badges.</source>
        <translation>This file is not a backpack with badges.</translation>
    </message>
    <message>
        <source>Dit bestand is groter dan {limit} MB. Is dit wel een lijst?</source>
        <translation>This file is larger than {limit} MB. Is this really a list?</translation>
    </message>
    <message>
        <source>Dit bestand is groter dan {limit} MB. Zo groot is een ingevuld formulier nooit: kijk of je het goede bestand koos.</source>
        <translation>This file is larger than {limit} MB. A filled-in form is never that large: see whether you chose the right file.</translation>
    </message>
    <message>
        <source>Dit bestand is groter dan {limit} MB. Zo groot is een werkmap uit de werkbank nooit: kijk of je het goede bestand koos.</source>
        <translation>This file is larger than {limit} MB. A workbook from the werkbank is never that large: check whether you chose the right file.</translation>
    </message>
    <message>
        <source>Dit bestand is leeg.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>Dit bestand is niet te lezen. Kijk of het er nog staat en kies opnieuw.</source>
        <translation>This file cannot be read. See whether it is still there and choose again.</translation>
    </message>
    <message>
        <source>Dit bestand is niet te openen.</source>
        <translation>This file cannot be opened.</translation>
    </message>
    <message>
        <source>Dit bestand is niet versleuteld en dus geen werkboek. Kies een andere map.</source>
        <translation>This file is not encrypted, so it is not a workbook. Choose another folder.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een kwalificatiedossier. Kies een kleiner bestand.</source>
        <translation>This file is too large for a qualification file. Choose a smaller file.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een lijst met vakanties. Kies een kleiner bestand.</source>
        <translation>This file is too large for a list of holidays. Choose a smaller file.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een set skills. Kies een kleiner bestand.</source>
        <translation>This file is too large for a set of skills. Choose a smaller file.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot. Het past tot 25 MB.</source>
        <translation>This file is too large. Up to 25 MB fits.</translation>
    </message>
    <message>
        <source>Dit bestand laat zich niet lezen.</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>Dit e-mailadres kan niet kloppen. Kijk het na.</source>
        <translation>This e-mail address cannot be right. Check it.</translation>
    </message>
    <message>
        <source>Dit formulier hoort bij een ander gesprek. Open dat gesprek en lees het daar in; op het formulier staat van wie het is.</source>
        <translation>This form belongs to another talk. Open that talk and read it in there; the form says whose it is.</translation>
    </message>
    <message>
        <source>Dit formulier is al ingelezen, op {day}. Is er iets veranderd? Maak dan een nieuw formulier.</source>
        <translation>This form was read in already, on {day}. Did something change? Then make a new form.</translation>
    </message>
    <message>
        <source>Dit formulier is hier niet bekend. Het komt uit een ander werkboek of van een collega, of het kenmerk is veranderd. Maak een nieuw formulier en stuur dat.</source>
        <translation>This form is not known here. It comes from another workbook or from a colleague, or its mark was changed. Make a new form and send that.</translation>
    </message>
    <message>
        <source>Dit formulier is van de andere partij. Kies ‘Formulier inlezen’ bij die partij.</source>
        <translation>This form is the other party&apos;s. Choose ‘Read in a form’ at that party.</translation>
    </message>
    <message>
        <source>Dit formulier was geldig tot en met {day}. Maak een nieuw formulier en vraag of de antwoorden daarin mogen.</source>
        <translation>This form was valid up to {day}. Make a new form and ask for the answers in that one.</translation>
    </message>
    <message>
        <source>Dit gedrag staat niet in deze set life skills.</source>
        <translation>This behaviour is not in this set of life skills.</translation>
    </message>
    <message>
        <source>Dit gedrag staat niet in deze set life skills. Kies het uit de lijst.</source>
        <translation>This behaviour is not in this set of life skills. Choose it from the list.</translation>
    </message>
    <message>
        <source>Dit gesprek is al vastgelegd of afgezegd. Het laat zich niet meer verzetten.</source>
        <translation>This talk is recorded or called off already. It can no longer be moved.</translation>
    </message>
    <message>
        <source>Dit gesprek is al vastgelegd. Er kan geen deel meer bij komen.</source>
        <translation>This talk is recorded already. No part can be added any more.</translation>
    </message>
    <message>
        <source>Dit gesprek is al vastgelegd. Je reactie kan nog bij het verslag.</source>
        <translation>This talk is recorded already. You can still respond at the record.</translation>
    </message>
    <message>
        <source>Dit gesprek is al vastgelegd; er komt geen deel meer bij. Maak een formulier bij het volgende gesprek.</source>
        <translation>This talk is recorded already; no part is added any more. Make a form for the next talk.</translation>
    </message>
    <message>
        <source>Dit gesprek is niet afgezegd.</source>
        <translation>This talk is not called off.</translation>
    </message>
    <message>
        <source>Dit hoort niet bij jouw rol.</source>
        <translation>This does not belong to your role.</translation>
    </message>
    <message>
        <source>Dit is al teruggenomen.</source>
        <translation>This was taken back already.</translation>
    </message>
    <message>
        <source>Dit is een PDF. Vraag de lijst als Excel-bestand of CSV uit je studentensysteem.</source>
        <translation>This is a PDF. Ask for the list as an Excel file or CSV from your student system.</translation>
    </message>
    <message>
        <source>Dit is een ander soort bestand. Open het in Excel of LibreOffice, kies Opslaan als en dan Excel-werkmap (.xlsx).</source>
        <translation>This is another kind of file. Open it in Excel or LibreOffice, choose Save as and then Excel workbook (.xlsx).</translation>
    </message>
    <message>
        <source>Dit is een ander soort formulier (XFA); de werkbank leest alleen formulieren die zij zelf maakte. Maak een formulier voor dit gesprek en stuur dat.</source>
        <translation>This is another kind of form (XFA); the workbench reads only forms that it made itself. Make a form for this talk and send that.</translation>
    </message>
    <message>
        <source>Dit is een foto zoals een iPhone die bewaart (HEIC). Deel hem als JPEG en kies hem opnieuw.</source>
        <translation>This is a photo as an iPhone keeps it (HEIC). Share it as a JPEG and choose it again.</translation>
    </message>
    <message>
        <source>Dit is een oud soort Excel-bestand (.xls). Open het in Excel, kies Opslaan als en dan Excel-werkmap (.xlsx).</source>
        <translation>This is an old kind of Excel file (.xls). Open it in Excel, choose Save as and then Excel workbook (.xlsx).</translation>
    </message>
    <message>
        <source>Dit is een sleutel of adres van jouw eigen school.</source>
        <translation>This is a key or address of your own school.</translation>
    </message>
    <message>
        <source>Dit is een zip-bestand. Pak het eerst uit en kies de lijst die erin zit.</source>
        <translation>This is a zip file. Unpack it first and choose the list inside.</translation>
    </message>
    <message>
        <source>Dit is er niet (meer).</source>
        <translation>This is not there (any more).</translation>
    </message>
    <message>
        <source>Dit is geen adres van een school. Een adres ziet er zo uit: {example}</source>
        <translation>This is not the address of a school. An address looks like this: {example}</translation>
    </message>
    <message>
        <source>Dit is geen agendabestand (.ics) dat de werkbank kan lezen.</source>
        <translation>This is no calendar file (.ics) that the workbench can read.</translation>
    </message>
    <message>
        <source>Dit is geen bestand met skills (.toml) dat de werkbank kan lezen. Kijk of het heel is en of er geen aanhalingsteken mist.</source>
        <translation>This is not a file with skills (.toml) that the workbench can read. Check that it is whole and that no quotation mark is missing.</translation>
    </message>
    <message>
        <source>Dit is geen datum. Schrijf een dag zo op: 23-11-2026, en kies opnieuw.</source>
        <translation>This is not a date. Write a day like this: 23-11-2026, and choose the file again.</translation>
    </message>
    <message>
        <source>Dit is geen kwalificatiedossier (.xml) dat de werkbank kan lezen. Haal het bestand opnieuw op bij SBB.</source>
        <translation>This is not a qualification file (.xml) that the workbench can read. Get the file from SBB again.</translation>
    </message>
    <message>
        <source>Dit is geen lijst die de werkbank kent. Open het bestand in Excel en kies Opslaan als, Excel-werkmap (.xlsx), of vraag de lijst opnieuw uit je studentensysteem.</source>
        <translation>This is not a list that the workbench knows. Open the file in Excel and choose Save As, Excel Workbook (.xlsx), or ask for the list again from your student system.</translation>
    </message>
    <message>
        <source>Dit is geen sleutel. Plak hem zoals hij op de website staat: z6Mk, en dan nog meer.</source>
        <translation>This is no key. Paste it as it stands on the web site: z6Mk, and then more.</translation>
    </message>
    <message>
        <source>Dit is geen webadres. Het begint met https:// en heeft geen spaties.</source>
        <translation>This is no web address. It begins with https:// and has no spaces.</translation>
    </message>
    <message>
        <source>Dit is langer dan {limit} dagen. Klopt de laatste dag?</source>
        <translation>This is longer than {limit} days. Is the last day right?</translation>
    </message>
    <message>
        <source>Dit is sinds het maken van de werkmap ook in de werkbank veranderd. Kijk welke van de twee klopt en verander het daar.</source>
        <translation>Since the workbook was made this was changed in the werkbank too. See which of the two is right and change it there.</translation>
    </message>
    <message>
        <source>Dit kan alleen met de inlognaam waarmee de databaseserver zelf beheerd wordt (superuser).</source>
        <translation>This can only be done with the login that administers the database server itself (superuser).</translation>
    </message>
    <message>
        <source>Dit kwalificatiedossier is niet heel: &apos;{code}&apos; staat er meer dan één keer in. Haal het bestand opnieuw op bij SBB.</source>
        <translation>This qualification file is not whole: &apos;{code}&apos; stands in it more than once. Get the file from SBB again.</translation>
    </message>
    <message>
        <source>Dit kwalificatiedossier is niet heel: bij {place} klopt &apos;{key}&apos; niet. Haal het bestand opnieuw op bij SBB.</source>
        <translation>This qualification file is not whole: at {place} &apos;{key}&apos; is wrong. Get the file from SBB again.</translation>
    </message>
    <message>
        <source>Dit logo heeft te veel beeldpunten. Kies een kleiner plaatje.</source>
        <translation>This logo has too many pixels. Choose a smaller picture.</translation>
    </message>
    <message>
        <source>Dit logo is te groot. Kies een bestand tot 5 MB.</source>
        <translation>This logo is too large. Choose a file of up to 5 MB.</translation>
    </message>
    <message>
        <source>Dit soort bestand past hier niet. Kies een foto (JPEG of PNG), een PDF of een document.</source>
        <translation>This kind of file does not fit here. Choose a photo (JPEG or PNG), a PDF or a document.</translation>
    </message>
    <message>
        <source>Dit teamlid staat er al.</source>
        <translation>This team member is there already.</translation>
    </message>
    <message>
        <source>Dit telefoonnummer is te kort. Kijk het na.</source>
        <translation>This telephone number is too short. Check it.</translation>
    </message>
    <message>
        <source>Dit werkboek is al open in een ander venster. Sluit dat venster eerst.</source>
        <translation>This workbook is already open in another window. Close that window first.</translation>
    </message>
    <message>
        <source>Dit werkboek is beschadigd, of het sleutelbestand hoort bij een ander werkboek. Zet de laatste reservekopie terug.</source>
        <translation>This workbook is damaged, or the key file belongs to another workbook. Restore the last backup.</translation>
    </message>
    <message>
        <source>Dit werkboek is beschadigd. Zet de laatste reservekopie terug.</source>
        <translation>This workbook is damaged. Restore the last backup.</translation>
    </message>
    <message>
        <source>Dit werkboek is gemaakt met een nieuwere versie. Werk eerst de werkbank bij.</source>
        <translation>This workbook was made with a newer version. Update the workbench first.</translation>
    </message>
    <message>
        <source>Dit werkboek is nooit afgemaakt en is leeg. Maak een nieuw werkboek in een andere map.</source>
        <translation>This workbook was never finished and is empty. Make a new workbook in another folder.</translation>
    </message>
    <message>
        <source>Dit werkboek is van {owner} en jij bent ingelogd als {login}. Alleen wie zelf de gesprekken schreef, neemt ze mee. Ben jij dat, zeg het dan erbij.</source>
        <translation>This workbook belongs to {owner} and you are logged in as {login}. Only who wrote the talks brings them along. If that is you, say so.</translation>
    </message>
    <message>
        <source>Dit werkboek staat in een map van {service}. Die kan het bestand kopiëren terwijl jij werkt, en dan raakt werk kwijt. Zet het werkboek in een gewone map op deze computer.</source>
        <translation>This workbook is in a folder of {service}. It can copy the file while you work, and then work gets lost. Put the workbook in an ordinary folder on this computer.</translation>
    </message>
    <message>
        <source>Dit werkboek staat op een plek waar je niet mag schrijven. Kies een eigen map.</source>
        <translation>This workbook is in a place where you may not write. Choose a folder of your own.</translation>
    </message>
    <message>
        <source>Een adres in de badge klopt niet. Kijk het na.</source>
        <translation>An address in the badge is not right. Please check it.</translation>
    </message>
    <message>
        <source>Een afspraak blijft van wie hij is. Maak voor een ander een nieuwe regel.</source>
        <translation>An agreement stays with whom it belongs to. Make a new row for somebody else.</translation>
    </message>
    <message>
        <source>Een afspraak is intussen ergens anders bijgewerkt. Kijk bij ‘Vorige keer afgesproken’ wat er nu staat; je tekst staat veilig in het concept.</source>
        <translation>An agreement was updated elsewhere meanwhile. Look at ‘Agreed last time’ how it stands now; your text is safe in the draft.</translation>
    </message>
    <message>
        <source>Een bestand mag hooguit {limit} MB groot zijn.</source>
        <translation>A file may be at most {limit} MB.</translation>
    </message>
    <message>
        <source>Een blad om in te vullen is verborgen. Maak het zichtbaar en kijk na wat erop staat.</source>
        <translation>A sheet to fill in is hidden. Show it and check what is on it.</translation>
    </message>
    <message>
        <source>Een doel is een niveau van 0 tot en met 4.</source>
        <translation>A goal is a level from 0 to 4.</translation>
    </message>
    <message>
        <source>Een formulier is hooguit {days} dagen geldig. Kies een eerdere dag.</source>
        <translation>A form is valid for {days} days at most. Choose an earlier day.</translation>
    </message>
    <message>
        <source>Een gesprek duurt 5 tot {most} minuten.</source>
        <translation>A talk takes 5 to {most} minutes.</translation>
    </message>
    <message>
        <source>Een gesprek duurt hooguit {limit} minuten.</source>
        <translation>A conversation takes at most {limit} minutes.</translation>
    </message>
    <message>
        <source>Een gesprek leg je vast als het geweest is; deze dag komt nog.</source>
        <translation>You record a talk after it took place; this day is still to come.</translation>
    </message>
    <message>
        <source>Een gesprek op deze avond duurt 1 tot {limit} minuten.</source>
        <translation>A conversation on this evening takes 1 to {limit} minutes.</translation>
    </message>
    <message>
        <source>Een herstelcode telt {length} letters en cijfers. Dit zijn er {typed}.</source>
        <translation>A recovery code has {length} letters and digits. These are {typed}.</translation>
    </message>
    <message>
        <source>Een inlognaam begint met een letter en heeft 2 tot 41 kleine letters, cijfers, punten of streepjes.</source>
        <translation>A login name begins with a letter and has 2 to 41 small letters, digits, dots or dashes.</translation>
    </message>
    <message>
        <source>Een link begint met https://.</source>
        <translation>A link begins with https://.</translation>
    </message>
    <message>
        <source>Een niveau volgt uit gedrag dat bevestigd is. Vul op het blad met waarnemingen in wat er is gezien.</source>
        <translation>A level follows from behaviour that is confirmed. Fill in what was seen on the sheet with observations.</translation>
    </message>
    <message>
        <source>Een notitie van een andere dag blijft in het dossier staan. Schrijf er een bij.</source>
        <translation>A note of another day stays in the dossier. Write one beside it.</translation>
    </message>
    <message>
        <source>Een periode eindigt niet voor ze begint.</source>
        <translation>A period does not end before it begins.</translation>
    </message>
    <message>
        <source>Een periode heeft een eerste en een laatste dag. Vul beide in.</source>
        <translation>A period has a first and a last day. Fill in both.</translation>
    </message>
    <message>
        <source>Een route blijft bij zijn set. Maak een nieuwe route voor een andere set.</source>
        <translation>A route stays with its set. Make a new route for another set.</translation>
    </message>
    <message>
        <source>Een van deze studenten is intussen gewijzigd. Er is niets veranderd. Kijk opnieuw wat er verandert.</source>
        <translation>One of these students was changed in the meantime. Nothing has changed. See again what changes.</translation>
    </message>
    <message>
        <source>Er ging iets mis bij het bewaren. Je tekst staat veilig in het concept.</source>
        <translation>Something went wrong while saving. Your text is safe in the draft.</translation>
    </message>
    <message>
        <source>Er ging iets mis. Je werk is bewaard.</source>
        <translation>Something went wrong. Your work is saved.</translation>
    </message>
    <message>
        <source>Er ging iets mis. Probeer het nog een keer.</source>
        <translation>Something went wrong. Try once more.</translation>
    </message>
    <message>
        <source>Er ging iets mis. Wat je bewaard had, staat er nog.</source>
        <translation>Something went wrong. What you saved is still there.</translation>
    </message>
    <message>
        <source>Er is al een ruimte met de naam ‘{name}’.</source>
        <translation>There is a room named ‘{name}’ already.</translation>
    </message>
    <message>
        <source>Er is een nieuwer formulier (versie {newest}); dit is versie {version}. Vraag om het nieuwste, of maak er nog een.</source>
        <translation>There is a newer form (version {newest}); this is version {version}. Ask for the newest, or make one more.</translation>
    </message>
    <message>
        <source>Er is geen sleutel meer die deze lijst kan ondertekenen.</source>
        <translation>There is no key left that can sign this list.</translation>
    </message>
    <message>
        <source>Er is hier geen goede reservekopie gevonden. Steek de stick met kopieën in de laptop en zoek nog een keer, of kies zelf een kopie.</source>
        <translation>No good backup was found here. Put the stick with backups into the laptop and search again, or choose a backup yourself.</translation>
    </message>
    <message>
        <source>Er is intussen iets gepland voor deze studenten. Vraag het voorstel opnieuw.</source>
        <translation>Something was planned for these students in the meantime. Ask for the proposal again.</translation>
    </message>
    <message>
        <source>Er is niemand om in de werkmap te zetten. Kies anderen.</source>
        <translation>There is nobody to put in the workbook. Choose others.</translation>
    </message>
    <message>
        <source>Er is nog geen badgesleutel. Zonder sleutel geen badges.</source>
        <translation>There is no badge key yet. No badges without a key.</translation>
    </message>
    <message>
        <source>Er is te weinig werkgeheugen vrij. Sluit een ander programma en probeer het opnieuw.</source>
        <translation>Too little memory is free. Close another program and try again.</translation>
    </message>
    <message>
        <source>Er passen {limit} bestanden bij.</source>
        <translation>There is room for {limit} files.</translation>
    </message>
    <message>
        <source>Er passen {limit} periodes in een afspraak.</source>
        <translation>An agreement holds {limit} periods.</translation>
    </message>
    <message>
        <source>Er staan twee dezelfde afspraken.</source>
        <translation>The same agreement is there twice.</translation>
    </message>
    <message>
        <source>Er staat al een stage bij dit bedrijf in deze tijd. Klopt het toch? Bewaar dan nog een keer.</source>
        <translation>There is a placement at this company in this time already. Is it right after all? Then save once more.</translation>
    </message>
    <message>
        <source>Er staat nog niets. Beantwoord in elk geval één vraag.</source>
        <translation>Nothing stands here yet. Answer at least one question.</translation>
    </message>
    <message>
        <source>Er staat nog niets. Schrijf bij één vraag iets op of kies Later verder.</source>
        <translation>There is nothing yet. Write something at one question or choose Go on later.</translation>
    </message>
    <message>
        <source>Er staat nog niets. Schrijf in elk geval één zin op.</source>
        <translation>There is nothing yet. Write down at least one sentence.</translation>
    </message>
    <message>
        <source>Er verandert niets. Kies minstens één klas die doorgaat.</source>
        <translation>Nothing changes. Choose at least one class that goes on.</translation>
    </message>
    <message>
        <source>Er zijn nog geen badges om mee te geven.</source>
        <translation>There are no badges to take along yet.</translation>
    </message>
    <message>
        <source>Er zit een verborgen blad in dat niet van de werkbank is. Daar is niet naar gekeken.</source>
        <translation>There is a hidden sheet in it that is not the werkbank’s. It was not looked at.</translation>
    </message>
    <message>
        <source>Eén van de vragen heeft twee antwoorden.</source>
        <translation>One of the questions has two answers.</translation>
    </message>
    <message>
        <source>Geef de avond een naam.</source>
        <translation>Give the evening a name.</translation>
    </message>
    <message>
        <source>Geef de route een naam.</source>
        <translation>Give the route a name.</translation>
    </message>
    <message>
        <source>Geef de ruimte een naam.</source>
        <translation>Give the room a name.</translation>
    </message>
    <message>
        <source>Geef de vrije dagen een naam, zoals Herfstvakantie.</source>
        <translation>Give the days off a name, such as Autumn break.</translation>
    </message>
    <message>
        <source>Geef hooguit {most} vrije momenten tegelijk op.</source>
        <translation>Give at most {most} free moments at once.</translation>
    </message>
    <message>
        <source>Gestopt. Er is niets veranderd.</source>
        <translation>Stopped. Nothing changed.</translation>
    </message>
    <message>
        <source>Het blad ‘{sheet}’ is niet gevonden. Daar is niets van overgenomen.</source>
        <translation>The sheet ‘{sheet}’ was not found. Nothing of it was taken over.</translation>
    </message>
    <message>
        <source>Het certificaat van deze server hoort bij een andere naam. Er is niets verstuurd. Controleer het adres, of vraag het de beheerder.</source>
        <translation>This server&apos;s certificate belongs to another name. Nothing was sent. Check the address, or ask the administrator.</translation>
    </message>
    <message>
        <source>Het certificaat van deze server is nog niet geldig. Er is niets verstuurd. Kijk of de klok van deze laptop goed staat.</source>
        <translation>This server&apos;s certificate is not valid yet. Nothing was sent. Check that this laptop&apos;s clock is right.</translation>
    </message>
    <message>
        <source>Het certificaat van deze server is verlopen. Er is niets verstuurd. Vraag de beheerder om een nieuw certificaat.</source>
        <translation>This server&apos;s certificate has expired. Nothing was sent. Ask the administrator for a new certificate.</translation>
    </message>
    <message>
        <source>Het certificaatbestand van de school staat niet op deze plek: {path}</source>
        <translation>The school&apos;s certificate file is not at this place: {path}</translation>
    </message>
    <message>
        <source>Het jaar {year} kan niet kloppen. Kijk de datum na.</source>
        <translation>The year {year} cannot be right. Check the date.</translation>
    </message>
    <message>
        <source>Het kenmerk van dit formulier klopt niet: er is iets in het bestand veranderd. Maak een nieuw formulier en stuur dat.</source>
        <translation>The mark of this form is not right: something in the file was changed. Make a new form and send that.</translation>
    </message>
    <message>
        <source>Het sleutelbestand van dit werkboek is beschadigd. Zet een reservekopie terug.</source>
        <translation>The key file of this workbook is damaged. Restore a backup.</translation>
    </message>
    <message>
        <source>Het sleutelbestand van dit werkboek ontbreekt. Zet een reservekopie terug.</source>
        <translation>The key file of this workbook is missing. Restore a backup.</translation>
    </message>
    <message>
        <source>Het volgende gesprek moet na dit gesprek zijn.</source>
        <translation>The next talk must be after this talk.</translation>
    </message>
    <message>
        <source>Het wachtwoord kwam niet goed over. Probeer het weer.</source>
        <translation>The password did not come across well. Try again.</translation>
    </message>
    <message>
        <source>Het werkboek is even bezig. Wacht een moment en probeer het opnieuw.</source>
        <translation>The workbook is busy. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>Het werkboek is vergrendeld. Ontgrendel het eerst.</source>
        <translation>The workbook is locked. Unlock it first.</translation>
    </message>
    <message>
        <source>Het werkboek zelf ontbreekt in deze map; alleen het sleutelbestand is er nog. Zet een reservekopie terug.</source>
        <translation>The workbook itself is missing from this folder; only the key file is left. Restore a backup.</translation>
    </message>
    <message>
        <source>Hier kan de werkbank niet schrijven. Is het bestand nog open in Excel? Sluit het, of kies een andere plek.</source>
        <translation>The werkbank cannot write here. Is the file still open in Excel? Close it, or choose another place.</translation>
    </message>
    <message>
        <source>Iedereen schrijft alleen zijn eigen deel van het gesprek.</source>
        <translation>Everybody writes only their own part of the talk.</translation>
    </message>
    <message>
        <source>Iemand anders heeft dit net gewijzigd. Jouw tekst staat veilig in het concept.</source>
        <translation>Someone else has just changed this. Your text is safe in the draft.</translation>
    </message>
    <message>
        <source>Iemand anders moet dit bevestigen dan wie het zelf zegt.</source>
        <translation>Somebody else must confirm this than who says it.</translation>
    </message>
    <message>
        <source>In de herstelcode zit een typefout. Vergelijk hem met je papier.</source>
        <translation>There is a typing error in the recovery code. Compare it with your paper.</translation>
    </message>
    <message>
        <source>In deze PDF zit veel meer dan een formulier; hij is niet veilig te lezen. Vraag om het formulier nog een keer te sturen.</source>
        <translation>This PDF holds much more than a form; it cannot be read safely. Ask to have the form sent once more.</translation>
    </message>
    <message>
        <source>In deze PDF zitten geen invulvelden: hij is afgedrukt, gescand of opgeslagen als plaatje. Vraag om het ingevulde formulier zelf, of typ de antwoorden samen over.</source>
        <translation>This PDF has no fields: it was printed, scanned or saved as a picture. Ask for the filled-in form itself, or type the answers over together.</translation>
    </message>
    <message>
        <source>In deze database staat al iets anders. Maak een nieuwe, lege database.</source>
        <translation>There is something else in this database already. Make a new, empty database.</translation>
    </message>
    <message>
        <source>In deze map staat al iets. Kies een lege map of een nieuwe naam.</source>
        <translation>There is already something in this folder. Choose an empty folder or a new name.</translation>
    </message>
    <message>
        <source>In deze map staat geen werkboek. Kies een andere map.</source>
        <translation>There is no workbook in this folder. Choose another folder.</translation>
    </message>
    <message>
        <source>In dit Excel-bestand ontbreekt het blad {sheet}. Sla een nieuw sjabloon op en vul dat in.</source>
        <translation>This Excel file lacks the sheet {sheet}. Save a new template and fill that in.</translation>
    </message>
    <message>
        <source>In dit Excel-bestand staat niets. Kies een ander bestand.</source>
        <translation>There is nothing in this Excel file. Choose another file.</translation>
    </message>
    <message>
        <source>In dit Excel-bestand zit veel meer dan je aan de buitenkant ziet; het is niet veilig te lezen. Vraag om het bestand nog een keer te sturen.</source>
        <translation>This Excel file holds much more than you see from outside; it is not safe to read. Ask for the file to be sent again.</translation>
    </message>
    <message>
        <source>In dit Excel-bestand zitten macro&apos;s (kleine programma&apos;s). De werkbank leest het daarom niet. Sla het op als Excel-werkmap (.xlsx), zonder macro&apos;s.</source>
        <translation>This Excel file holds macros (small programs). That is why the werkbank does not read it. Save it as an Excel workbook (.xlsx), without macros.</translation>
    </message>
    <message>
        <source>In dit bestand ontbreekt &apos;{key}&apos;. Een set skills bestaat uit de blokken &apos;set&apos;, &apos;group&apos; en &apos;skill&apos;.</source>
        <translation>&apos;{key}&apos; is missing in this file. A set of skills is made of the blocks &apos;set&apos;, &apos;group&apos; and &apos;skill&apos;.</translation>
    </message>
    <message>
        <source>In dit bestand staan {count} groepen; er passen er {limit}.</source>
        <translation>There are {count} groups in this file; {limit} fit.</translation>
    </message>
    <message>
        <source>In dit bestand staan {count} kwalificatiedossiers. Kies een bestand met één dossier.</source>
        <translation>There are {count} qualification files in this file. Choose a file with one.</translation>
    </message>
    <message>
        <source>In dit bestand staan {count} regels; de werkbank leest er hooguit {limit}. Is dit wel de lijst met vakanties?</source>
        <translation>This file has {count} lines; the workbench reads {limit} at most. Is this really the list of holidays?</translation>
    </message>
    <message>
        <source>In dit bestand staan {count} skills. Het moeten er 1 tot en met {limit} zijn.</source>
        <translation>There are {count} skills in this file. There must be 1 to {limit}.</translation>
    </message>
    <message>
        <source>In dit bestand staat &apos;{key}&apos;, en dat hoort daar niet. Een set skills bestaat uit de blokken &apos;set&apos;, &apos;group&apos; en &apos;skill&apos;.</source>
        <translation>&apos;{key}&apos; stands in this file and does not belong there. A set of skills is made of the blocks &apos;set&apos;, &apos;group&apos; and &apos;skill&apos;.</translation>
    </message>
    <message>
        <source>In dit bestand staat geen kwalificatiedossier. Haal het bestand op bij SBB.</source>
        <translation>There is no qualification file in this file. Get the file from SBB.</translation>
    </message>
    <message>
        <source>In dit bestand staat iets dat niet in een kwalificatiedossier hoort en dat gevaarlijk kan zijn. De werkbank leest het daarom niet. Haal het bestand opnieuw op bij SBB.</source>
        <translation>There is something in this file that does not belong in a qualification file and may be dangerous. So the workbench does not read it. Get the file from SBB again.</translation>
    </message>
    <message>
        <source>In dit document zitten macro’s. Bewaar het zonder, of maak er een PDF van.</source>
        <translation>This document holds macros. Save it without them, or make a PDF of it.</translation>
    </message>
    <message>
        <source>In dit formulier is nog niets ingevuld. Misschien is het niet opgeslagen na het typen: vraag of het opnieuw opgeslagen en gestuurd kan worden.</source>
        <translation>Nothing is filled in on this form yet. Perhaps it was not saved after typing: ask to have it saved and sent again.</translation>
    </message>
    <message>
        <source>In dit plaatje past geen badge. Kies een ander plaatje.</source>
        <translation>This picture cannot hold a badge. Choose another picture.</translation>
    </message>
    <message>
        <source>In dossier &apos;{title}&apos; staan geen werkprocessen.</source>
        <translation>There are no work processes in qualification file &apos;{title}&apos;.</translation>
    </message>
    <message>
        <source>In een badge moeten een naam, een uitleg en gedrag staan, en wie hem geeft.</source>
        <translation>A badge must hold a name, an explanation and behaviours, and who gives it.</translation>
    </message>
    <message>
        <source>In een badge passen {limit} bewijzen en een plaatje tot {kilobytes} kB.</source>
        <translation>A badge holds {limit} pieces of evidence and a picture of up to {kilobytes} kB.</translation>
    </message>
    <message>
        <source>In een link staat geen spatie.</source>
        <translation>A link has no space in it.</translation>
    </message>
    <message>
        <source>In één rugzak passen {limit} badges.</source>
        <translation>One backpack holds {limit} badges.</translation>
    </message>
    <message>
        <source>Intussen is er in de werkbank iets veranderd. Er is nog niets overgenomen: kijk de lijst nog een keer na.</source>
        <translation>Meanwhile something changed in the werkbank. Nothing was taken over yet: look through the list once more.</translation>
    </message>
    <message>
        <source>Je account is verlopen op {date}. Vraag de beheerder om het te verlengen.</source>
        <translation>Your account expired on {date}. Ask the administrator to extend it.</translation>
    </message>
    <message>
        <source>Jezelf geef je geen badge. Vraag het iemand anders.</source>
        <translation>You do not give yourself a badge. Ask somebody else.</translation>
    </message>
    <message>
        <source>Jij leest dit dossier al.</source>
        <translation>You read this dossier already.</translation>
    </message>
    <message>
        <source>Kies 0 tot 240 minuten en 1 tot 52 weken.</source>
        <translation>Choose 0 to 240 minutes and 1 to 52 weeks.</translation>
    </message>
    <message>
        <source>Kies 0 tot en met {most} keer.</source>
        <translation>Choose 0 up to and including {most} times.</translation>
    </message>
    <message>
        <source>Kies 0 tot en met {most} uur.</source>
        <translation>Choose 0 up to and including {most} hours.</translation>
    </message>
    <message>
        <source>Kies als logo een PNG- of JPEG-plaatje van hoogstens 2 MB.</source>
        <translation>Choose a PNG or JPEG picture of 2 MB at most as logo.</translation>
    </message>
    <message>
        <source>Kies bij welke competentie deze vraag hoort.</source>
        <translation>Choose which competency this question belongs to.</translation>
    </message>
    <message>
        <source>Kies de dag van de avond.</source>
        <translation>Choose the day of the evening.</translation>
    </message>
    <message>
        <source>Kies een collega die zelf studenten begeleidt.</source>
        <translation>Choose a colleague who guides students.</translation>
    </message>
    <message>
        <source>Kies een dag tussen 2001 en 2100.</source>
        <translation>Choose a day between 2001 and 2100.</translation>
    </message>
    <message>
        <source>Kies een laatste dag na de eerste.</source>
        <translation>Choose a last day after the first one.</translation>
    </message>
    <message>
        <source>Kies een nieuwe datum die nog moet komen.</source>
        <translation>Choose a new date that is still to come.</translation>
    </message>
    <message>
        <source>Kies een of meer skills voor deze route.</source>
        <translation>Choose one or more skills for this route.</translation>
    </message>
    <message>
        <source>Kies een periode waarin dit gebeurt.</source>
        <translation>Choose a period in which this happens.</translation>
    </message>
    <message>
        <source>Kies eerst een of meer badges.</source>
        <translation>First choose one or more badges.</translation>
    </message>
    <message>
        <source>Kies eerst een student.</source>
        <translation>Choose a student first.</translation>
    </message>
    <message>
        <source>Kies eerst in welke kolom de achternaam staat.</source>
        <translation>First choose which column holds the last name.</translation>
    </message>
    <message>
        <source>Kies eerst in welke kolom het studentnummer staat.</source>
        <translation>First choose which column holds the student number.</translation>
    </message>
    <message>
        <source>Kies eerst wat je ervan vindt.</source>
        <translation>First choose what you think of it.</translation>
    </message>
    <message>
        <source>Kies hooguit {limit} vragen voor één gesprek.</source>
        <translation>Choose {limit} questions at most for one talk.</translation>
    </message>
    <message>
        <source>Kies in welke fase je deze vraag kunt stellen.</source>
        <translation>Choose in which phase this question can be asked.</translation>
    </message>
    <message>
        <source>Kies leerjaar 1 tot en met {most}.</source>
        <translation>Choose year 1 up to and including {most}.</translation>
    </message>
    <message>
        <source>Kies minstens één rol.</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>Kies minstens één rol. Een beheerder kan geen begeleider of tweede lijn zijn.</source>
        <translation>Choose at least one role. An administrator cannot be a counsellor or second line.</translation>
    </message>
    <message>
        <source>Kies tot en met welke dag je collega mag meelezen.</source>
        <translation>Choose up to which day your colleague may read along.</translation>
    </message>
    <message>
        <source>Kies tot wanneer deze afspraak doorloopt.</source>
        <translation>Choose until when this agreement goes on.</translation>
    </message>
    <message>
        <source>Kies uit de lijst als wat iemand dit zag, docent of praktijkopleider bijvoorbeeld.</source>
        <translation>Choose from the list as what somebody saw this, teacher or workplace trainer for instance.</translation>
    </message>
    <message>
        <source>Kies welk gedrag je hebt gezien.</source>
        <translation>Choose which behaviour you saw.</translation>
    </message>
    <message>
        <source>Kies wie dit is voor de student.</source>
        <translation>Choose who this is to the student.</translation>
    </message>
    <message>
        <source>Kijk hoogstens {limit} bestanden tegelijk na.</source>
        <translation>Check at most {limit} files at a time.</translation>
    </message>
    <message>
        <source>Klopt het jaar van deze dag?</source>
        <translation>Is the year of this day right?</translation>
    </message>
    <message>
        <source>Kolom {column} is twee keer gekozen. Kies er één.</source>
        <translation>Column {column} has been chosen twice. Choose one.</translation>
    </message>
    <message>
        <source>Laat zien waar het uit blijkt: schrijf een zin of voeg iets toe.</source>
        <translation>Show what it appears from: write a sentence or add something.</translation>
    </message>
    <message>
        <source>Meer dan {limit} afspraken houdt niemand bij.</source>
        <translation>Nobody can keep up with more than {limit} agreements.</translation>
    </message>
    <message>
        <source>Met deze sleutel kan geen badge meer. Maak een nieuwe sleutel.</source>
        <translation>No more badges fit this key. Make a new key.</translation>
    </message>
    <message>
        <source>Namen, nummers en groepen verander je in de werkbank zelf.</source>
        <translation>Names, numbers and groups are changed in the werkbank itself.</translation>
    </message>
    <message>
        <source>Niemand heeft deze inlognaam.</source>
        <translation>Nobody has this login name.</translation>
    </message>
    <message>
        <source>Nog 1 afspraak van de vorige keer: gedaan, loopt door of vervallen?</source>
        <translation>1 agreement of last time to go: done, goes on or dropped?</translation>
    </message>
    <message>
        <source>Nog {count} afspraken van de vorige keer: gedaan, loopt door of vervallen?</source>
        <translation>{count} agreements of last time to go: done, goes on or dropped?</translation>
    </message>
    <message>
        <source>Om {at} op {day} is er intussen iets anders. Vraag het voorstel opnieuw.</source>
        <translation>At {at} on {day} there is something else by now. Ask for the proposal again.</translation>
    </message>
    <message>
        <source>Om {time} is er geen plek meer op deze avond.</source>
        <translation>There is no room left at {time} on this evening.</translation>
    </message>
    <message>
        <source>Op blad {sheet} horen bij &apos;{value}&apos; op niveau {level} {wanted} gedragingen; het zijn er {count}.</source>
        <translation>On the sheet {sheet}, &apos;{value}&apos; needs {wanted} behaviours at level {level}; there are {count}.</translation>
    </message>
    <message>
        <source>Op blad {sheet} is cel {cell} leeg. Vul daar in: {column}.</source>
        <translation>On the sheet {sheet}, cell {cell} is empty. Fill in there: {column}.</translation>
    </message>
    <message>
        <source>Op blad {sheet} kan &apos;{value}&apos; in cel {cell} geen kenmerk zijn. Begin met een kleine letter en gebruik hooguit 40 kleine letters, cijfers of liggende streepjes (_), of maak de cel leeg.</source>
        <translation>On the sheet {sheet}, &apos;{value}&apos; in cell {cell} cannot be an identifier. Begin with a small letter and use at most 40 small letters, figures or underscores (_), or empty the cell.</translation>
    </message>
    <message>
        <source>Op blad {sheet} ontbreekt de kolom &apos;{column}&apos;. Zet hem terug, met die naam erboven.</source>
        <translation>The sheet {sheet} lacks the column &apos;{column}&apos;. Put it back, with that name above it.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staan in cel {cell} {length} tekens; er passen er {limit}. Maak de tekst korter.</source>
        <translation>On the sheet {sheet}, cell {cell} holds {length} characters; there is room for {limit}. Make the text shorter.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} &apos;{value}&apos;, en dat staat ook in cel {other}.</source>
        <translation>On the sheet {sheet}, cell {cell} says &apos;{value}&apos;, and cell {other} says so too.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} &apos;{value}&apos;. Die groep staat niet op blad Groepen.</source>
        <translation>On the sheet {sheet}, cell {cell} says &apos;{value}&apos;. That group is not on the sheet Groepen.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} &apos;{value}&apos;. Die skill staat niet op blad Skills.</source>
        <translation>On the sheet {sheet}, cell {cell} says &apos;{value}&apos;. That skill is not on the sheet Skills.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} &apos;{value}&apos;. Kies niveau 1, 2, 3 of 4.</source>
        <translation>On the sheet {sheet}, cell {cell} says &apos;{value}&apos;. Choose level 1, 2, 3 or 4.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} &apos;{value}&apos;. Schrijf letters van A tot en met Y, met een komma ertussen.</source>
        <translation>On the sheet {sheet}, cell {cell} says &apos;{value}&apos;. Write letters from A to Y, with a comma between them.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat in cel {cell} geen tekst. Typ een &apos; voor wat er staat.</source>
        <translation>On the sheet {sheet}, cell {cell} holds no text. Type a &apos; before what is there.</translation>
    </message>
    <message>
        <source>Op blad {sheet} staat nergens &apos;{column}&apos;. Zet het terug, met de waarde erachter.</source>
        <translation>&apos;{column}&apos; is nowhere on the sheet {sheet}. Put it back, with the value behind it.</translation>
    </message>
    <message>
        <source>Op dat moment heeft deze student al iets anders.</source>
        <translation>This student has something else at that moment.</translation>
    </message>
    <message>
        <source>Op deze PDF zit een wachtwoord. Vraag om het formulier zonder wachtwoord, of sla het zelf zonder wachtwoord op.</source>
        <translation>This PDF has a password. Ask for the form without a password, or save it without one yourself.</translation>
    </message>
    <message>
        <source>Op deze dag was de student nog geen 16 en besliste een ouder.</source>
        <translation>On this day the student was not yet 16 and a parent decided.</translation>
    </message>
    <message>
        <source>Op deze laptop staan concepten die niet opengaan: {count}. Misschien is je wachtwoord veranderd. Ze zijn apart gezet en niet weggegooid: {folder}</source>
        <translation>This laptop has drafts that do not open: {count}. Perhaps your password has changed. They were put aside and not thrown away: {folder}</translation>
    </message>
    <message>
        <source>Op deze server staat geen database met die naam.</source>
        <translation>There is no database of that name on this server.</translation>
    </message>
    <message>
        <source>Op dit Excel-bestand zit een wachtwoord. Open het in Excel, haal het wachtwoord eraf en sla het opnieuw op.</source>
        <translation>This Excel file has a password. Open it in Excel, remove the password and save it again.</translation>
    </message>
    <message>
        <source>Op een blad van deze werkmap is een kolom of de verborgen eerste regel weg. Haal terug wat er stond (Ctrl+Z), of maak een nieuwe werkmap.</source>
        <translation>On a sheet of this workbook a column or the hidden first row is gone. Put back what was there (Ctrl+Z), or make a new workbook.</translation>
    </message>
    <message>
        <source>Op een blad van dit Excel-bestand staat iets lager dan regel {limit}. Haal weg wat daar staat en sla het opnieuw op.</source>
        <translation>On a sheet of this Excel file something stands below row {limit}. Remove what is there and save it again.</translation>
    </message>
    <message>
        <source>Op een blad van dit Excel-bestand staat iets verder naar rechts dan {columns} kolommen. Haal weg wat daar staat en sla het opnieuw op.</source>
        <translation>On a sheet of this Excel file something stands further to the right than {columns} columns. Remove what is there and save it again.</translation>
    </message>
    <message>
        <source>Op een blad zijn bij {address} vakken samengevoegd. Splits ze weer, zodat in elk vak staat wat erbij hoort.</source>
        <translation>On a sheet cells are merged at {address}. Split them again, so that each cell holds what belongs in it.</translation>
    </message>
    <message>
        <source>Op of na regel {line} begint een aanhalingsteken (&quot;) dat nergens sluit. Haal het weg of sluit het, en kies de lijst opnieuw.</source>
        <translation>On or after line {line} a quotation mark (&quot;) starts that never closes. Remove it or close it, and choose the list again.</translation>
    </message>
    <message>
        <source>Op regel {line} begint een vak met meer dan {limit} tekens. Vaak staat daar een aanhalingsteken (&quot;) te veel. Verbeter die regel en kies de lijst opnieuw.</source>
        <translation>On line {line} a cell starts with more than {limit} characters. Often there is a quotation mark (&quot;) too many. Correct that line and choose the list again.</translation>
    </message>
    <message>
        <source>Op regel {line} klopt het adres van het bewijs niet.</source>
        <translation>On line {line} the address of the evidence is not right.</translation>
    </message>
    <message>
        <source>Op regel {line} klopt het mailadres of de inlognaam van de school (EPPN) niet. Zonder die twee kan edubadges de badge aan niemand geven.</source>
        <translation>On line {line} the e-mail address or the school login (EPPN) is not right. Without those two, edubadges cannot give the badge to anyone.</translation>
    </message>
    <message>
        <source>Op school ligt een sleutel altijd achter een wachtwoordzin.</source>
        <translation>At school a key is always behind a passphrase.</translation>
    </message>
    <message>
        <source>Op één formulier passen {limit} antwoorden.</source>
        <translation>One form holds {limit} answers.</translation>
    </message>
    <message>
        <source>Opslaan lukt daar niet. Kies een andere plek.</source>
        <translation>Saving does not work there. Choose another place.</translation>
    </message>
    <message>
        <source>Regel {line} bevat tekens die niet te lezen zijn. Maak de lijst opnieuw als CSV UTF-8.</source>
        <translation>Line {line} holds characters that cannot be read. Make the list again as CSV UTF-8.</translation>
    </message>
    <message>
        <source>Regel {line} heeft meer dan {limit} kolommen. Is dit wel een lijst?</source>
        <translation>Line {line} has more than {limit} columns. Is this really a list?</translation>
    </message>
    <message>
        <source>Schrijf bij een of meer regels op wat je deed.</source>
        <translation>Write under one or more lines what you did.</translation>
    </message>
    <message>
        <source>Schrijf bij een verbetering kort op wat er anders is.</source>
        <translation>When you correct something, write in short what is different.</translation>
    </message>
    <message>
        <source>Schrijf de tijd als 09:20.</source>
        <translation>Write the time as 09:20.</translation>
    </message>
    <message>
        <source>Schrijf de tijd als 19:00.</source>
        <translation>Write the time as 19:00.</translation>
    </message>
    <message>
        <source>Schrijf eerst de vraag op.</source>
        <translation>Write the question first.</translation>
    </message>
    <message>
        <source>Schrijf eerst iets op.</source>
        <translation>Write something down first.</translation>
    </message>
    <message>
        <source>Schrijf erbij wat er nog nodig is, dan helpt het verder.</source>
        <translation>Write what is still needed, so that it helps.</translation>
    </message>
    <message>
        <source>Schrijf kort op waarom deze afspraak vervalt.</source>
        <translation>Write in short why this agreement is dropped.</translation>
    </message>
    <message>
        <source>Schrijf kort op waarom je deze student niet overneemt.</source>
        <translation>Briefly write why you do not take this student over.</translation>
    </message>
    <message>
        <source>Schrijf op hoe jij erover denkt, in je eigen woorden.</source>
        <translation>Write down how you see it, in your own words.</translation>
    </message>
    <message>
        <source>Schrijf op waar je de sleutel gevonden hebt.</source>
        <translation>Write down where you found the key.</translation>
    </message>
    <message>
        <source>Schrijf op waarom je de badge intrekt.</source>
        <translation>Write down why you revoke the badge.</translation>
    </message>
    <message>
        <source>Schrijf op waarom: de student mag dat weten.</source>
        <translation>Write down why: the student may know.</translation>
    </message>
    <message>
        <source>Schrijf op wat er gaat gebeuren.</source>
        <translation>Write down what is going to happen.</translation>
    </message>
    <message>
        <source>Schrijf op wat je collega over deze student moet weten.</source>
        <translation>Write what your colleague must know about this student.</translation>
    </message>
    <message>
        <source>Snel openen past niet meer op dit werkboek. Gebruik je wachtwoordzin.</source>
        <translation>Quick unlock does not fit this workbook any more. Use your passphrase.</translation>
    </message>
    <message>
        <source>Sommige afspraken staan niet meer op het blad ({count}). In de werkbank blijven ze staan.</source>
        <translation>Some agreements are no longer on the sheet ({count}). In the werkbank they stay.</translation>
    </message>
    <message>
        <source>Twee bladen van deze werkmap zijn hetzelfde blad, bij Excel een kopie. Gooi er een weg, zodat duidelijk is welk blad telt.</source>
        <translation>Two sheets of this workbook are the same sheet, a copy for instance. Throw one away, so that it is clear which one counts.</translation>
    </message>
    <message>
        <source>Twee periodes lopen door elkaar.</source>
        <translation>Two periods overlap.</translation>
    </message>
    <message>
        <source>Versie {version} van deze set is er al, met andere woorden. Wat gescoord is, blijft bij zijn versie: geef het bestand een nieuwe versie.</source>
        <translation>Version {version} of this set is there already, with other words. What was scored stays with its version: give the file a new version.</translation>
    </message>
    <message>
        <source>Voor deze persoon leg jij (nu) niets vast in de werkbank.</source>
        <translation>You do not record anything for this person in the werkbank (now).</translation>
    </message>
    <message>
        <source>Voor deze student wacht er al een voorstel.</source>
        <translation>A proposal for this student is already waiting.</translation>
    </message>
    <message>
        <source>Vraag eerst of de eigenaar het goed vindt wat er in de badge staat.</source>
        <translation>First ask whether the owner agrees with what is in the badge.</translation>
    </message>
    <message>
        <source>Vul bij ‘{word}’ allebei in: hoe je over één spreekt en hoe over meer.</source>
        <translation>Fill in both for ‘{word}’: what you call one and what you call more.</translation>
    </message>
    <message>
        <source>Vul de naam van de school in.</source>
        <translation>Fill in the name of the school.</translation>
    </message>
    <message>
        <source>Vul de naam van je school in.</source>
        <translation>Fill in the name of your school.</translation>
    </message>
    <message>
        <source>Vul de naam van je teamlid in.</source>
        <translation>Fill in the name of your team member.</translation>
    </message>
    <message>
        <source>Vul de naam van jullie team in.</source>
        <translation>Fill in the name of your team.</translation>
    </message>
    <message>
        <source>Vul een naam in.</source>
        <translation>Fill in a name.</translation>
    </message>
    <message>
        <source>Vul het hele adres van het bestand in, zoals https://www.school.nl/badges/uitgever.json.</source>
        <translation>Fill in the whole address of the file, such as https://www.school.nl/badges/uitgever.json.</translation>
    </message>
    <message>
        <source>Vul in bij welk bedrijf de stage is.</source>
        <translation>Fill in at which company the placement is.</translation>
    </message>
    <message>
        <source>Vul in op welke dag dit is gezien.</source>
        <translation>Fill in on which day this was seen.</translation>
    </message>
    <message>
        <source>Vul in op welke dag het gesprek was.</source>
        <translation>Fill in on which day the talk was.</translation>
    </message>
    <message>
        <source>Vul in op welke dag het gezien is.</source>
        <translation>Fill in on which day it was seen.</translation>
    </message>
    <message>
        <source>Vul in wanneer de stage begint.</source>
        <translation>Fill in when the placement begins.</translation>
    </message>
    <message>
        <source>Vul in wie dit heeft geschreven.</source>
        <translation>Fill in who wrote this.</translation>
    </message>
    <message>
        <source>Vul in wie dit heeft gezien.</source>
        <translation>Fill in who saw this.</translation>
    </message>
    <message>
        <source>Vul je naam in.</source>
        <translation>Fill in your name.</translation>
    </message>
    <message>
        <source>Wat dit werkboek van je herstelcode weet, is beschadigd. Druk een nieuwe af bij Instellingen.</source>
        <translation>What this workbook knows of your recovery code is damaged. Print a new one in Settings.</translation>
    </message>
    <message>
        <source>Wat dit werkboek van je wachtwoordzin weet, is beschadigd. Kies een nieuwe bij Instellingen.</source>
        <translation>What this workbook knows of your passphrase is damaged. Choose a new one in Settings.</translation>
    </message>
    <message>
        <source>Zet het wachtwoord niet in het adres: daar kan iedereen het lezen.</source>
        <translation>Do not put the password in the address: everybody can read it there.</translation>
    </message>
    <message>
        <source>Zonder mailadres kan edubadges niets geven. Het ontbreekt bij {count} van hen.</source>
        <translation>Without an e-mail address edubadges cannot award anything. It is missing for {count} of them.</translation>
    </message>
    <message>
        <source>{name} heeft om {at} al een gesprek. Kies een andere tijd.</source>
        <translation>{name} has a talk at {at} already. Choose another time.</translation>
    </message>
    <message>
        <source>{room} is om {at} al van {name}. Kies een andere ruimte of tijd.</source>
        <translation>{room} is taken by {name} at {at}. Choose another room or time.</translation>
    </message>
    <message>
        <source>‘{word}’ kan niet: gebruik letters, cijfers, spaties, streepjes en apostrofs.</source>
        <translation>‘{word}’ cannot be used: take letters, digits, spaces, hyphens and apostrophes.</translation>
    </message>
</context>
<context>
    <name>holidays</name>
    <message>
        <source>1 regel duurt langer dan 100 dagen.</source>
        <translation>1 line lasts longer than 100 days.</translation>
    </message>
    <message>
        <source>1 regel heeft een tijd en is dus geen vrije dag.</source>
        <translation>1 line has a time, so it is no day off.</translation>
    </message>
    <message>
        <source>1 regel heeft geen dag of naam die de werkbank begrijpt.</source>
        <translation>1 line has no day or name that the workbench understands.</translation>
    </message>
    <message>
        <source>1 regel herhaalt zich. Voeg die dagen zelf toe.</source>
        <translation>1 line repeats itself. Add those days yourself.</translation>
    </message>
    <message>
        <source>1 regel is in het bestand afgezegd.</source>
        <translation>1 line is called off in the file.</translation>
    </message>
    <message>
        <source>1 regel staat er dubbel in.</source>
        <translation>1 line is in it twice.</translation>
    </message>
    <message>
        <source>{count} regels duren langer dan 100 dagen.</source>
        <translation>{count} lines last longer than 100 days.</translation>
    </message>
    <message>
        <source>{count} regels hebben een tijd en zijn dus geen vrije dag.</source>
        <translation>{count} lines have a time, so they are no days off.</translation>
    </message>
    <message>
        <source>{count} regels hebben geen dag of naam die de werkbank begrijpt.</source>
        <translation>{count} lines have no day or name that the workbench understands.</translation>
    </message>
    <message>
        <source>{count} regels herhalen zich. Voeg die dagen zelf toe.</source>
        <translation>{count} lines repeat themselves. Add those days yourself.</translation>
    </message>
    <message>
        <source>{count} regels staan er dubbel in.</source>
        <translation>{count} lines are in it twice.</translation>
    </message>
    <message>
        <source>{count} regels zijn in het bestand afgezegd.</source>
        <translation>{count} lines are called off in the file.</translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message>
        <source>1 afspraak</source>
        <translation>1 agreement</translation>
    </message>
    <message>
        <source>1 afspraak over een life skill</source>
        <translation>1 agreement on a life skill</translation>
    </message>
    <message>
        <source>1 antwoord van een student</source>
        <translation>1 answer of a student</translation>
    </message>
    <message>
        <source>1 badge</source>
        <translation>1 badge</translation>
    </message>
    <message>
        <source>1 concept</source>
        <translation>1 draft</translation>
    </message>
    <message>
        <source>1 deel van een trialoog</source>
        <translation>1 part of a three-way talk</translation>
    </message>
    <message>
        <source>1 formulier</source>
        <translation>1 form</translation>
    </message>
    <message>
        <source>1 gedrag van een life skill</source>
        <translation>1 behaviour of a life skill</translation>
    </message>
    <message>
        <source>1 gepland gesprek</source>
        <translation>1 planned talk</translation>
    </message>
    <message>
        <source>1 gesprek</source>
        <translation>1 talk</translation>
    </message>
    <message>
        <source>1 notitie</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>1 ouder of verzorger</source>
        <translation>1 parent or guardian</translation>
    </message>
    <message>
        <source>1 stage</source>
        <translation>1 placement</translation>
    </message>
    <message>
        <source>1 student</source>
        <translation>1 student</translation>
    </message>
    <message>
        <source>1 voorbereiding van een student</source>
        <translation>1 preparation of a student</translation>
    </message>
    <message>
        <source>De set life skills {set_key} staat niet op school. Vraag de functioneel beheerder om die toe te voegen en neem je werkboek dan nog een keer mee.</source>
        <translation>The set of life skills {set_key} is not at school. Ask the functional administrator to add it and then bring your workbook once more.</translation>
    </message>
    <message>
        <source>De sleutel van deze badge is hier van een ander. Geef op school een nieuwe badge.</source>
        <translation>The key of this badge belongs to somebody else here. Issue a new badge at school.</translation>
    </message>
    <message>
        <source>De sleutel van een badge is ingetrokken. Geef op school een nieuwe badge.</source>
        <translation>The key of a badge was revoked. Issue a new badge at school.</translation>
    </message>
    <message>
        <source>De teamleider liet nummer {number} toe, maar op school is het nu niet jouw student.</source>
        <translation>The team leader admitted number {number}, but at school it is not your student now.</translation>
    </message>
    <message>
        <source>De teamleider van {team} heeft nog niet geantwoord over nummer {number}.</source>
        <translation>The team leader of {team} has not answered about number {number} yet.</translation>
    </message>
    <message>
        <source>De teamleider van {team} heeft nummer {number} niet toegelaten.</source>
        <translation>The team leader of {team} did not admit number {number}.</translation>
    </message>
    <message>
        <source>De voorbereiding van {day} is bij iemand anders ingevuld. Die kun jij niet op jouw naam zetten.</source>
        <translation>The preparation of {day} was filled in with somebody else. You cannot put it in your name.</translation>
    </message>
    <message>
        <source>De voorbereiding van {day} staat er met een andere tekst. Die is zo gebleven.</source>
        <translation>The preparation of {day} stands there with another text. It was left as it is.</translation>
    </message>
    <message>
        <source>De voorbereiding van {day} staat op school al bij iemand anders.</source>
        <translation>The preparation of {day} already stands with somebody else at school.</translation>
    </message>
    <message>
        <source>Dit staat op school anders en is daar zo gebleven: {facts}.</source>
        <translation>This is different at school and was left as it is there: {facts}.</translation>
    </message>
    <message>
        <source>Een afspraak over een life skill van {day} is door iemand anders gemaakt. Die kun jij niet op jouw naam zetten.</source>
        <translation>An agreement on a life skill of {day} was made by somebody else. You cannot put it in your name.</translation>
    </message>
    <message>
        <source>Een afspraak over een life skill van {day} staat er anders. Die is zo gebleven.</source>
        <translation>An agreement on a life skill of {day} is different there. It was left as it is.</translation>
    </message>
    <message>
        <source>Een afspraak over een life skill van {day} staat op school al bij iemand anders.</source>
        <translation>An agreement on a life skill of {day} is already with somebody else at school.</translation>
    </message>
    <message>
        <source>Een afspraak van {day} staat er anders. Die is zo gebleven.</source>
        <translation>An agreement of {day} is different there. It was left as it is.</translation>
    </message>
    <message>
        <source>Een antwoord van {day} staat er anders. Dat is zo gebleven.</source>
        <translation>An answer of {day} is different there. It was left as it is.</translation>
    </message>
    <message>
        <source>Een badge staat op school anders. Die is zo gebleven.</source>
        <translation>A badge is different at school. It was left as it was.</translation>
    </message>
    <message>
        <source>Een concept verbetert een gesprek dat niet op school staat.</source>
        <translation>A draft corrects a talk that the school does not have.</translation>
    </message>
    <message>
        <source>Een deel van een trialoog staat er anders. Dat is zo gebleven.</source>
        <translation>A part of a three-way talk is different there. It was left as it is.</translation>
    </message>
    <message>
        <source>Een formulier staat er anders. Dat is zo gebleven.</source>
        <translation>A form stands there differently. It was left as it is.</translation>
    </message>
    <message>
        <source>Een gedrag van {day} is door iemand anders vastgelegd. Dat kun jij niet op jouw naam zetten.</source>
        <translation>A behaviour of {day} was recorded by somebody else. You cannot put it in your name.</translation>
    </message>
    <message>
        <source>Een gedrag van {day} is op school anders beoordeeld. Dat is zo gebleven.</source>
        <translation>A behaviour of {day} was judged differently at school. It was left as it is.</translation>
    </message>
    <message>
        <source>Een gedrag van {day} staat er anders. Dat is zo gebleven.</source>
        <translation>A behaviour of {day} is different there. It was left as it is.</translation>
    </message>
    <message>
        <source>Een gedrag van {day} staat op school al bij iemand anders.</source>
        <translation>A behaviour of {day} is already with somebody else at school.</translation>
    </message>
    <message>
        <source>Een notitie is door iemand anders geschreven. Die kun jij niet op jouw naam zetten.</source>
        <translation>A note was written by somebody else. You cannot put it in your name.</translation>
    </message>
    <message>
        <source>Een notitie staat op school al bij iemand anders, of is daar weggehaald.</source>
        <translation>A note stands at school with somebody else already, or was taken away there.</translation>
    </message>
    <message>
        <source>Een notitie staat op school met een andere tekst. Dat is zo gebleven.</source>
        <translation>A note stands at school with another text. That was left as it is.</translation>
    </message>
    <message>
        <source>Een ouder of verzorger staat op school al bij iemand anders.</source>
        <translation>A parent or guardian stands at school with somebody else already.</translation>
    </message>
    <message>
        <source>Een ouder of verzorger staat op school anders. Dat is zo gebleven.</source>
        <translation>A parent or guardian stands differently at school. That was left as it is.</translation>
    </message>
    <message>
        <source>Een stage staat op school al bij iemand anders.</source>
        <translation>A placement stands at school with somebody else already.</translation>
    </message>
    <message>
        <source>Een stage staat op school anders. Die is zo gebleven.</source>
        <translation>A placement stands differently at school. It was left as it is.</translation>
    </message>
    <message>
        <source>Een trialoog is op school al vastgelegd. Daar komt geen deel meer bij.</source>
        <translation>A three-way talk is recorded at school already. No part is added to it any more.</translation>
    </message>
    <message>
        <source>Er was niets nieuws om mee te nemen.</source>
        <translation>There was nothing new to bring along.</translation>
    </message>
    <message>
        <source>Het geplande gesprek van {day} is van een andere begeleider.</source>
        <translation>The planned talk of {day} is another counsellor&apos;s.</translation>
    </message>
    <message>
        <source>Het geplande gesprek van {day} staat er anders. Dat is zo gebleven.</source>
        <translation>The planned talk of {day} is different there. It was left so.</translation>
    </message>
    <message>
        <source>Het geplande gesprek van {day} staat op school al bij iemand anders.</source>
        <translation>The planned talk of {day} is with somebody else at the school already.</translation>
    </message>
    <message>
        <source>Het gesprek van {day} is door iemand anders geschreven. Dat kun jij niet op jouw naam zetten.</source>
        <translation>The talk of {day} was written by somebody else. You cannot put it in your name.</translation>
    </message>
    <message>
        <source>Het gesprek van {day} is ook op school verbeterd. Dat is zo gebleven.</source>
        <translation>The talk of {day} was corrected at school too. It was left as it is.</translation>
    </message>
    <message>
        <source>Het gesprek van {day} staat er met een andere tekst. Dat is zo gebleven.</source>
        <translation>The talk of {day} has another text there. It was left as it is.</translation>
    </message>
    <message>
        <source>Het gesprek van {day} staat op school al bij iemand anders.</source>
        <translation>The talk of {day} is already with somebody else at school.</translation>
    </message>
    <message>
        <source>Je hebt op school al een ander concept van een trialoog. Dat is zo gebleven.</source>
        <translation>You already have another draft of a three-way talk at school. It was left as it is.</translation>
    </message>
    <message>
        <source>Je hebt op school al een ander concept. Dat is zo gebleven.</source>
        <translation>You already have another draft at school. It was left as it is.</translation>
    </message>
    <message>
        <source>Meegekomen</source>
        <translation>Came along</translation>
    </message>
    <message>
        <source>Niet meegekomen</source>
        <translation>Did not come along</translation>
    </message>
    <message>
        <source>Nummer {number} heeft op school een andere naam. Misschien is het iemand anders: er is niets van deze student meegenomen.</source>
        <translation>Number {number} has another name at school. Perhaps it is somebody else: nothing of this student was brought along.</translation>
    </message>
    <message>
        <source>Nummer {number} is op school niet jouw student. Vraag het de beheerder.</source>
        <translation>Number {number} is not your student at school. Ask the administrator.</translation>
    </message>
    <message>
        <source>Nummer {number} staat niet op school en heeft geen team. Kies er een voor deze studenten.</source>
        <translation>Number {number} is not at school and has no team. Choose one for these students.</translation>
    </message>
    <message>
        <source>Nummer {number} staat niet op school, en de school kent geen team ‘{team}’. Kies een ander team voor deze studenten.</source>
        <translation>Number {number} is not at school, and the school knows no team ‘{team}’. Choose another team for these students.</translation>
    </message>
    <message>
        <source>Op school is deze badge al uitgereikt.</source>
        <translation>This badge has already been issued at school.</translation>
    </message>
    <message>
        <source>Op school is deze student al aan een voorbereiding begonnen. Die is zo gebleven.</source>
        <translation>At school this student has begun a preparation already. It was left as it is.</translation>
    </message>
    <message>
        <source>Stond er al</source>
        <translation>Was there already</translation>
    </message>
    <message>
        <source>Verschilt</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Voor nummer {number} heeft iemand anders al toestemming gevraagd.</source>
        <translation>Somebody else already asked permission for number {number}.</translation>
    </message>
    <message>
        <source>Voor nummer {number} is toestemming gevraagd aan de teamleider van {team}.</source>
        <translation>Permission for number {number} was asked of the team leader of {team}.</translation>
    </message>
    <message>
        <source>Wacht op de teamleider</source>
        <translation>Waits for the team leader</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>geboortedatum</source>
        <translation>date of birth</translation>
    </message>
    <message>
        <source>geslacht</source>
        <translation>gender</translation>
    </message>
    <message>
        <source>groep</source>
        <translation>group</translation>
    </message>
    <message>
        <source>leerjaar</source>
        <translation>year</translation>
    </message>
    <message>
        <source>leerweg</source>
        <translation>learning route</translation>
    </message>
    <message>
        <source>opleiding</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>startdatum</source>
        <translation>start date</translation>
    </message>
    <message>
        <source>team</source>
        <translation>team</translation>
    </message>
    <message>
        <source>verwachte einddatum</source>
        <translation>expected end date</translation>
    </message>
    <message>
        <source>{count} afspraken</source>
        <translation>{count} agreements</translation>
    </message>
    <message>
        <source>{count} afspraken over life skills</source>
        <translation>{count} agreements on life skills</translation>
    </message>
    <message>
        <source>{count} antwoorden van studenten</source>
        <translation>{count} answers of students</translation>
    </message>
    <message>
        <source>{count} badges</source>
        <translation>{count} badges</translation>
    </message>
    <message>
        <source>{count} concepten</source>
        <translation>{count} drafts</translation>
    </message>
    <message>
        <source>{count} delen van trialogen</source>
        <translation>{count} parts of three-way talks</translation>
    </message>
    <message>
        <source>{count} formulieren</source>
        <translation>{count} forms</translation>
    </message>
    <message>
        <source>{count} gedragingen van life skills</source>
        <translation>{count} behaviours of life skills</translation>
    </message>
    <message>
        <source>{count} geplande gesprekken</source>
        <translation>{count} planned talks</translation>
    </message>
    <message>
        <source>{count} gesprekken</source>
        <translation>{count} talks</translation>
    </message>
    <message>
        <source>{count} notities</source>
        <translation>{count} notes</translation>
    </message>
    <message>
        <source>{count} ouders of verzorgers</source>
        <translation>{count} parents or guardians</translation>
    </message>
    <message>
        <source>{count} stages</source>
        <translation>{count} placements</translation>
    </message>
    <message>
        <source>{count} studenten</source>
        <translation>{count} students</translation>
    </message>
    <message>
        <source>{count} voorbereidingen van studenten</source>
        <translation>{count} preparations of students</translation>
    </message>
</context>
<context>
    <name>nav</name>
    <message>
        <source>&amp;Inschrijving</source>
        <translation>E&amp;nrolment</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Inschrijving</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Inzage</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Life skills</source>
        <translation>Life skills</translation>
    </message>
    <message>
        <source>Life skills in Excel</source>
        <translation>Life skills in Excel</translation>
    </message>
    <message>
        <source>Lijst inlezen</source>
        <translation>Import list</translation>
    </message>
    <message>
        <source>Nieuw schooljaar</source>
        <translation>New school year</translation>
    </message>
    <message>
        <source>Nieuwe studenten</source>
        <translation>New students</translation>
    </message>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Ouderavond</source>
        <translation>Parents’ evening</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Skills en routes</source>
        <translation>Skills and routes</translation>
    </message>
    <message>
        <source>Stage en thuis</source>
        <translation>Placement and home</translation>
    </message>
    <message>
        <source>Studenten</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>Trialoog</source>
        <translation>Three-way talk</translation>
    </message>
    <message>
        <source>Vakanties</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Vertrouwelijk</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>Vragenbank</source>
        <translation>Question bank</translation>
    </message>
</context>
<context>
    <name>new</name>
    <message>
        <source>De sleutel maken…</source>
        <translation>Making the key…</translation>
    </message>
    <message>
        <source>Het werkboek klaarzetten…</source>
        <translation>Getting the workbook ready…</translation>
    </message>
    <message>
        <source>Je naam en school invullen…</source>
        <translation>Filling in your name and school…</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Even gesproken</source>
        <translation>Spoke briefly</translation>
    </message>
    <message>
        <source>Opgevallen</source>
        <translation>Noticed</translation>
    </message>
    <message>
        <source>Voor mezelf</source>
        <translation>For myself</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>life skills wachten op bevestiging</source>
        <translation>life skills wait to be confirmed</translation>
    </message>
    <message>
        <source>notities sinds het laatste gesprek</source>
        <translation>notes since the last talk</translation>
    </message>
    <message>
        <source>overdracht voorgesteld</source>
        <translation>handover proposed</translation>
    </message>
    <message>
        <source>uitgestroomd</source>
        <translation>left</translation>
    </message>
    <message>
        <source>vertrouwelijke notitie van de tweede lijn</source>
        <translation>restricted note of the second line</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>Bruikbaar. Met een woord erbij wordt hij sterker.</source>
        <translation>Usable. One more word makes it stronger.</translation>
    </message>
    <message>
        <source>Er zit veel herhaling in. Kies woorden die van elkaar verschillen.</source>
        <translation>There is a lot of repetition in it. Choose words that differ from each other.</translation>
    </message>
    <message>
        <source>Kies vier of meer losse woorden die alleen jij bij elkaar bedenkt.</source>
        <translation>Choose four or more loose words that only you would put together.</translation>
    </message>
    <message>
        <source>Namen en bekende wachtwoorden raadt iemand snel. Voeg eigen woorden toe.</source>
        <translation>Names and well-known passwords are easy to guess. Add words of your own.</translation>
    </message>
    <message>
        <source>Nog wat kort: maak er minstens 12 tekens van, bijvoorbeeld vier woorden.</source>
        <translation>Still a bit short: make it at least 12 characters, for example four words.</translation>
    </message>
    <message>
        <source>Prima lengte. Gebruik deze zin nergens anders.</source>
        <translation>Good length. Do not use this phrase anywhere else.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>beslist zelf</source>
        <translation>decides alone</translation>
    </message>
    <message>
        <source>beslist zelf mee</source>
        <translation>has a say</translation>
    </message>
    <message>
        <source>iemand anders</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>mag alles weten en tekent mee</source>
        <translation>may know everything and signs along</translation>
    </message>
    <message>
        <source>mag het weten: {name} vindt het goed</source>
        <translation>may know: {name} agrees</translation>
    </message>
    <message>
        <source>niet bellen zonder toestemming van {name}</source>
        <translation>do not call without the consent of {name}</translation>
    </message>
    <message>
        <source>ouder</source>
        <translation>parent</translation>
    </message>
    <message>
        <source>ouder tekent mee</source>
        <translation>a parent signs too</translation>
    </message>
    <message>
        <source>overleg eerst met {name}</source>
        <translation>ask {name} first</translation>
    </message>
    <message>
        <source>verzorger of voogd</source>
        <translation>guardian</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>School: {name}</source>
        <translation>School: {name}</translation>
    </message>
    <message>
        <source>School: {name} · let op: server niet gecontroleerd</source>
        <translation>School: {name} · careful: server not checked</translation>
    </message>
    <message>
        <source>Voorbeeldschool · alles is verzonnen</source>
        <translation>Example school · everything is invented</translation>
    </message>
    <message>
        <source>Werkboek op deze laptop · {name}</source>
        <translation>Workbook on this laptop · {name}</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>De bewaarde dagregel past niet bij dit logboek: sindsdien is er iets weggehaald of teruggezet.</source>
        <translation>The line of the day that was kept does not fit this log: since then something was removed or put back.</translation>
    </message>
    <message>
        <source>De inhoud is anders dan toen de reservekopie werd gemaakt.</source>
        <translation>The content is different from when the backup was made.</translation>
    </message>
    <message>
        <source>Een deel van het bestand is veranderd of beschadigd.</source>
        <translation>Part of the file has been changed or damaged.</translation>
    </message>
    <message>
        <source>Er zijn gegevens die bij niets meer horen.</source>
        <translation>There are data that no longer belong to anything.</translation>
    </message>
    <message>
        <source>Het bestand is niet heel.</source>
        <translation>The file is not complete.</translation>
    </message>
    <message>
        <source>Het bestand is niet te lezen.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <source>Het werkboek was nog bezig, dus niet alles is nagekeken. Probeer het opnieuw.</source>
        <translation>The workbook was still busy, so not everything was checked. Try again.</translation>
    </message>
    <message>
        <source>Wie inlogt kan met vragen aan de database raden wat er in dossiers staat. Voer `server upgrade` uit.</source>
        <translation>Whoever logs in can guess what dossiers say by asking the database questions. Run `server upgrade`.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Competentie</source>
        <translation>Competency</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Vraag</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Vraag van de werkbank</source>
        <translation>Question of the workbench</translation>
    </message>
    <message>
        <source>eigen vraag</source>
        <translation>own question</translation>
    </message>
    <message>
        <source>uit de bank</source>
        <translation>out of the bank</translation>
    </message>
</context>
<context>
    <name>quick</name>
    <message>
        <source>Deze computer kent de sleutel van dit werkboek niet. Gebruik je wachtwoordzin, en zet Snel openen hier aan bij Instellingen.</source>
        <translation>This computer does not know the key of this workbook. Use your passphrase, and turn on Quick unlock here under Settings.</translation>
    </message>
    <message>
        <source>Deze computer opent je werkboek.</source>
        <translation>This computer opens your workbook.</translation>
    </message>
    <message>
        <source>Snel openen kan niet op deze computer: hij bewaart sleutels niet veilig genoeg. Gebruik je wachtwoordzin.</source>
        <translation>Quick unlock is not possible on this computer: it does not keep keys safely enough. Use your passphrase.</translation>
    </message>
    <message>
        <source>Snel openen kan niet op deze computer: hij heeft geen plek voor sleutels. Gebruik je wachtwoordzin.</source>
        <translation>Quick unlock is not possible on this computer: it has no place for keys. Use your passphrase.</translation>
    </message>
    <message>
        <source>Snel openen lukt nu niet: in het venster van je computer is het niet toegestaan. Probeer het nog een keer, of gebruik je wachtwoordzin.</source>
        <translation>Quick unlock does not work now: it was not allowed in the window of your computer. Try again, or use your passphrase.</translation>
    </message>
    <message>
        <source>Snel openen lukt nu niet: je computer geeft geen antwoord. Gebruik je wachtwoordzin.</source>
        <translation>Quick unlock does not work now: your computer does not answer. Use your passphrase.</translation>
    </message>
    <message>
        <source>Snel openen lukt nu niet: je computer houdt zijn sleutels op slot. Meld je opnieuw aan bij je computer, of gebruik je wachtwoordzin.</source>
        <translation>Quick unlock does not work now: your computer keeps its keys locked. Log in to your computer again, or use your passphrase.</translation>
    </message>
    <message>
        <source>Snel openen past niet meer: het is later op een andere computer of in een kopie aangezet. Gebruik je wachtwoordzin, en zet het hier weer aan bij Instellingen.</source>
        <translation>Quick unlock does not fit any more: it was put on later on another computer or in a copy. Use your passphrase, and put it on here again in Settings.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>&amp;Herstelcode</source>
        <translation>Recovery co&amp;de</translation>
    </message>
    <message>
        <source>Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Capitals, hyphens and spaces do not matter.</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>functioneel beheerder</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>intaker</source>
        <translation>intake officer</translation>
    </message>
    <message>
        <source>loopbaanbegeleider</source>
        <translation>career counsellor</translation>
    </message>
    <message>
        <source>teamleider</source>
        <translation>team leader</translation>
    </message>
    <message>
        <source>tweede lijn</source>
        <translation>second line</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Licht of donker, grootte van de letters, taal</source>
        <translation>Light or dark, size of the letters, language</translation>
    </message>
    <message>
        <source>Opdrachten</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Pagina&apos;s</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Proef met je herstelcode</source>
        <translation>Try your recovery code</translation>
    </message>
    <message>
        <source>Reservekopie maken, tweede plek kiezen</source>
        <translation>Make a backup, choose a second place</translation>
    </message>
    <message>
        <source>Signalen kiezen</source>
        <translation>Choose signals</translation>
    </message>
    <message>
        <source>Snel openen</source>
        <translation>Quick unlock</translation>
    </message>
    <message>
        <source>Studenten</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>Wachtwoordzin wijzigen</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Woorden van onze school</source>
        <translation>Words of our school</translation>
    </message>
    <message>
        <source>gedaan</source>
        <translation>done</translation>
    </message>
    <message>
        <source>nog meer…</source>
        <translation>more…</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>uiterlijk {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>van school</source>
        <translation>left school</translation>
    </message>
    <message>
        <source>vervallen</source>
        <translation>dropped</translation>
    </message>
</context>
<context>
    <name>signals</name>
    <message>
        <source>1 afspraak is over tijd.</source>
        <translation>1 agreement is overdue.</translation>
    </message>
    <message>
        <source>Achter op de norm sinds {day} ({kind}).</source>
        <translation>Behind the norm since {day} ({kind}).</translation>
    </message>
    <message>
        <source>Het laatste gesprek was {ago}.</source>
        <translation>The last talk was {ago}.</translation>
    </message>
    <message>
        <source>Jullie spraken elkaar nog nooit.</source>
        <translation>You have never spoken to each other.</translation>
    </message>
    <message>
        <source>Wordt 16 op {day} en beslist dan over veel dingen zelf mee.</source>
        <translation>Turns 16 on {day} and then has a say in many things.</translation>
    </message>
    <message>
        <source>Wordt 18 op {day}. Ouders doen dan alleen mee als de student dat wil.</source>
        <translation>Turns 18 on {day}. From then on parents only take part if the student wants it.</translation>
    </message>
    <message>
        <source>achter op de norm</source>
        <translation>behind the norm</translation>
    </message>
    <message>
        <source>lang niet gesproken</source>
        <translation>not spoken for long</translation>
    </message>
    <message>
        <source>nog niet gesproken</source>
        <translation>not spoken yet</translation>
    </message>
    <message>
        <source>wordt {age}</source>
        <translation>turns {age}</translation>
    </message>
    <message>
        <source>{count} afspraken zijn over tijd.</source>
        <translation>{count} agreements are overdue.</translation>
    </message>
    <message>
        <source>{count} over tijd</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>skill_sets</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Competenties</source>
        <translation>Competences</translation>
    </message>
    <message>
        <source>Crebo</source>
        <translation>Crebo</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Kerntaken en werkprocessen</source>
        <translation>Core tasks and work processes</translation>
    </message>
    <message>
        <source>Kwalificatie</source>
        <translation>Qualification</translation>
    </message>
    <message>
        <source>Naam van de set</source>
        <translation>Name of the set</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>Skill {skill}</source>
        <translation>Skill {skill}</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Werkprocessen</source>
        <translation>Work processes</translation>
    </message>
    <message>
        <source>Wordt</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>komt erbij</source>
        <translation>is added</translation>
    </message>
    <message>
        <source>niet meer in gebruik</source>
        <translation>no longer in use</translation>
    </message>
    <message>
        <source>verandert</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>verdwijnt</source>
        <translation>goes</translation>
    </message>
    <message>
        <source>{name}, versie {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message>
        <source>{name}, versie {version} (niet meer in gebruik)</source>
        <translation>{name}, version {version} (no longer in use)</translation>
    </message>
    <message>
        <source>{skills} skills, {behaviours} keer gedrag</source>
        <translation>{skills} skills, {behaviours} behaviours</translation>
    </message>
    <message>
        <source>{skill}: betekenis</source>
        <translation>{skill}: meaning</translation>
    </message>
    <message>
        <source>{skill}: competenties</source>
        <translation>{skill}: competences</translation>
    </message>
    <message>
        <source>{skill}: groep</source>
        <translation>{skill}: group</translation>
    </message>
    <message>
        <source>{skill}: naam</source>
        <translation>{skill}: name</translation>
    </message>
    <message>
        <source>{skill}: naam van niveau {level}</source>
        <translation>{skill}: name of level {level}</translation>
    </message>
    <message>
        <source>{skill}: niveau {level}, gedrag {number}</source>
        <translation>{skill}: level {level}, behaviour {number}</translation>
    </message>
</context>
<context>
    <name>skills</name>
    <message>
        <source>bevestigd</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>bezig</source>
        <translation>going on</translation>
    </message>
    <message>
        <source>collega of medestudent</source>
        <translation>colleague or fellow student</translation>
    </message>
    <message>
        <source>docent</source>
        <translation>teacher</translation>
    </message>
    <message>
        <source>gehaald</source>
        <translation>reached</translation>
    </message>
    <message>
        <source>gelukt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>gepland</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>gestopt</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>iemand anders</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>loopbaanbegeleider</source>
        <translation>career counsellor</translation>
    </message>
    <message>
        <source>loopt</source>
        <translation>running</translation>
    </message>
    <message>
        <source>loopt vast</source>
        <translation>stuck</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>praktijkopleider</source>
        <translation>workplace trainer</translation>
    </message>
    <message>
        <source>teamleider</source>
        <translation>team leader</translation>
    </message>
    <message>
        <source>teruggenomen</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>wacht op bevestiging</source>
        <translation>waits to be confirmed</translation>
    </message>
    <message>
        <source>zelf</source>
        <translation>themselves</translation>
    </message>
</context>
<context>
    <name>sort_menu</name>
    <message>
        <source>Sorteren</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Sorteren op {column}</source>
        <translation>Sort by {column}</translation>
    </message>
    <message>
        <source>{action}, andersom</source>
        <translation>{action}, the other way round</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Afspraak gedaan</source>
        <translation>Agreement done</translation>
    </message>
    <message>
        <source>Afspraak over een skill</source>
        <translation>Agreement on a skill</translation>
    </message>
    <message>
        <source>Afspraak over een skill, gehaald</source>
        <translation>Agreement on a skill, reached</translation>
    </message>
    <message>
        <source>Afspraak over een skill, gestopt</source>
        <translation>Agreement on a skill, stopped</translation>
    </message>
    <message>
        <source>Afspraak vervallen</source>
        <translation>Agreement dropped</translation>
    </message>
    <message>
        <source>Ander leerjaar</source>
        <translation>Another study year</translation>
    </message>
    <message>
        <source>Ander team</source>
        <translation>Another team</translation>
    </message>
    <message>
        <source>Andere klas</source>
        <translation>Another class</translation>
    </message>
    <message>
        <source>Andere leerweg</source>
        <translation>Another learning route</translation>
    </message>
    <message>
        <source>Andere mentor</source>
        <translation>Another mentor</translation>
    </message>
    <message>
        <source>Andere opleiding</source>
        <translation>Another programme</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Badge ingetrokken</source>
        <translation>Badge revoked</translation>
    </message>
    <message>
        <source>Begin van de opleiding</source>
        <translation>Start of the programme</translation>
    </message>
    <message>
        <source>Begin van een stage</source>
        <translation>Start of a placement</translation>
    </message>
    <message>
        <source>Einde van een stage</source>
        <translation>End of a placement</translation>
    </message>
    <message>
        <source>Even gesproken</source>
        <translation>Spoke briefly</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Life skills bevestigd</source>
        <translation>Life skills confirmed</translation>
    </message>
    <message>
        <source>Niveau bereikt</source>
        <translation>Level reached</translation>
    </message>
    <message>
        <source>Opgevallen</source>
        <translation>Noticed</translation>
    </message>
    <message>
        <source>Terug op school</source>
        <translation>Back at school</translation>
    </message>
    <message>
        <source>Trialoog</source>
        <translation>Three-way talk</translation>
    </message>
    <message>
        <source>Van school</source>
        <translation>Left school</translation>
    </message>
    <message>
        <source>Voorbereiding</source>
        <translation>Preparation</translation>
    </message>
</context>
<context>
    <name>student_import</name>
    <message>
        <source>&amp;Verder</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Alle studenten zonder mentor ({count}) worden jouw studenten. Ze staan dan in jouw lijst en tellen mee in Vandaag.</source>
        <translation>All students without a mentor ({count}) become your students. They are then in your list and count in Today.</translation>
    </message>
    <message>
        <source>Ben jij dit?</source>
        <translation>Is this you?</translation>
    </message>
    <message>
        <source>Bij ‘{element}’ staat iets wat in EDEXML niet mag.</source>
        <translation>At ‘{element}’ there is something that EDEXML does not allow.</translation>
    </message>
    <message>
        <source>Crebo</source>
        <translation>Crebo</translation>
    </message>
    <message>
        <source>De kop van de lijst staat op regel {line}. Wat daarboven staat, is overgeslagen.</source>
        <translation>The headings of the list are on line {line}. What is above them was skipped.</translation>
    </message>
    <message>
        <source>De studenten bij de school zetten…</source>
        <translation>Adding the students to the school…</translation>
    </message>
    <message>
        <source>De studenten in je werkboek zetten…</source>
        <translation>Putting the students in your workbook…</translation>
    </message>
    <message>
        <source>Deze lijst heeft geen kop met kolomnamen. Kies zelf wat er in elke kolom staat.</source>
        <translation>This list has no column headings. Choose yourself what each column holds.</translation>
    </message>
    <message>
        <source>Dezelfde student? In je werkboek staat nummer {known}: {name}. In de lijst staat nummer {number}.</source>
        <translation>The same student? Your workbook has number {known}: {name}. The list has number {number}.</translation>
    </message>
    <message>
        <source>Dezelfde student? Nummer {number} is in je werkboek van {name}. De naam en de geboortedatum zijn anders.</source>
        <translation>The same student? Number {number} in your workbook belongs to {name}. The name and the date of birth are different.</translation>
    </message>
    <message>
        <source>Dezelfde student? Op regel {line} staat nummer {known}: {name}. Hier staat {number}.</source>
        <translation>The same student? Line {line} has number {known}: {name}. Here it is {number}.</translation>
    </message>
    <message>
        <source>Dit is de kop van de lijst, nog een keer.</source>
        <translation>This is the heading of the list, once more.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Een groep heeft meer dan één leerkracht. De eerste staat hier als mentor.</source>
        <translation>A group has more than one teacher. The first one is shown here as the mentor.</translation>
    </message>
    <message>
        <source>Er is geen achternaam.</source>
        <translation>There is no last name.</translation>
    </message>
    <message>
        <source>Er is geen kolom met de geboortedatum. De werkbank weet dan niet wie onder de 16 of 18 is.</source>
        <translation>There is no column with the date of birth. The workbench then does not know who is under 16 or 18.</translation>
    </message>
    <message>
        <source>Er is geen kolom met de klas of groep.</source>
        <translation>There is no column with the class or group.</translation>
    </message>
    <message>
        <source>Er is geen kolom met de mentor. Wie jouw studenten zijn, geef je dan zelf aan.</source>
        <translation>There is no column with the mentor. You then say yourself who your students are.</translation>
    </message>
    <message>
        <source>Er is geen reservekopie gemaakt</source>
        <translation>No backup has been made</translation>
    </message>
    <message>
        <source>Er is geen studentnummer.</source>
        <translation>There is no student number.</translation>
    </message>
    <message>
        <source>Eén &amp;student is van school</source>
        <translation>One &amp;student has left</translation>
    </message>
    <message>
        <source>Eén nieuwe student staat in je werkboek.</source>
        <translation>One new student is in your workbook.</translation>
    </message>
    <message>
        <source>Eén student &amp;inlezen</source>
        <translation>&amp;Import one student</translation>
    </message>
    <message>
        <source>Eén student in je werkboek is bijgewerkt.</source>
        <translation>One student in your workbook has been updated.</translation>
    </message>
    <message>
        <source>Eén student is nu van jou.</source>
        <translation>One student is now yours.</translation>
    </message>
    <message>
        <source>Eén student is uitgeschreven. Het dossier blijft.</source>
        <translation>One student has left. The record stays.</translation>
    </message>
    <message>
        <source>Eén student zonder mentor is nu van jou.</source>
        <translation>One student without a mentor is now yours.</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Geboortedatum {value}: klopt deze leeftijd ({age} jaar)?</source>
        <translation>Date of birth {value}: is this age right ({age} years)?</translation>
    </message>
    <message>
        <source>Geen geboortedatum: leeftijd onbekend.</source>
        <translation>No date of birth: age not known.</translation>
    </message>
    <message>
        <source>Geen klas of groep.</source>
        <translation>No class or group.</translation>
    </message>
    <message>
        <source>Geen voornaam.</source>
        <translation>No first name.</translation>
    </message>
    <message>
        <source>Geslacht</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Hele naam</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Het studentnummer ‘{value}’ is beschadigd, waarschijnlijk door een rekenprogramma. Maak de lijst opnieuw.</source>
        <translation>The student number ‘{value}’ is damaged, probably by a spreadsheet. Make the list again.</translation>
    </message>
    <message>
        <source>Is volgens je werkboek van school. Is de student terug? Zet dat dan zelf bij de student.</source>
        <translation>Has left the school according to your workbook. Is the student back? Then say so yourself on the student&apos;s page.</translation>
    </message>
    <message>
        <source>Ja, van al mijn studenten ({count} ontbreken)</source>
        <translation>Yes, of all my students ({count} missing)</translation>
    </message>
    <message>
        <source>Ja, van alle {groups} klassen in de lijst ({count} ontbreken)</source>
        <translation>Yes, of all {groups} classes in the list ({count} missing)</translation>
    </message>
    <message>
        <source>Ja, van de hele school ({count} ontbreken)</source>
        <translation>Yes, of the whole school ({count} missing)</translation>
    </message>
    <message>
        <source>Ja, van klas {group} ({count} ontbreken)</source>
        <translation>Yes, of class {group} ({count} missing)</translation>
    </message>
    <message>
        <source>Klas of groep</source>
        <translation>Class or group</translation>
    </message>
    <message>
        <source>Leerjaar</source>
        <translation>Year of study</translation>
    </message>
    <message>
        <source>Leerweg</source>
        <translation>Learning pathway</translation>
    </message>
    <message>
        <source>Meer waarden op deze regel dan de kop kolommen heeft ({extra} te veel). Kijk of alles in de goede kolom staat.</source>
        <translation>More values on this line than there are headings ({extra} too many). See if everything is in the right column.</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Mentor in de lijst</source>
        <translation>Mentor in the list</translation>
    </message>
    <message>
        <source>Minder waarden op deze regel dan de kop kolommen heeft ({short} te weinig). Kijk of alles in de goede kolom staat.</source>
        <translation>Fewer values on this line than there are headings ({short} too few). See if everything is in the right column.</translation>
    </message>
    <message>
        <source>Niet inlezen</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>Niet overnemen</source>
        <translation>Do not take on</translation>
    </message>
    <message>
        <source>Niets in te lezen</source>
        <translation>Nothing to import</translation>
    </message>
    <message>
        <source>Nieuw bij de school: {new}. Bijgewerkt: {changed}.</source>
        <translation>New at the school: {new}. Updated: {changed}.</translation>
    </message>
    <message>
        <source>Nieuw in je werkboek: {new}. Bijgewerkt: {changed}.</source>
        <translation>New in your workbook: {new}. Updated: {changed}.</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Nummer {number} lijkt op de nummers van meer studenten in je werkboek. Zet het volledige nummer in de lijst.</source>
        <translation>Number {number} looks like the numbers of several students in your workbook. Put the full number in the list.</translation>
    </message>
    <message>
        <source>Nummer {number} staat al op regel {line}, bij iemand anders.</source>
        <translation>Number {number} is already on line {line}, for someone else.</translation>
    </message>
    <message>
        <source>Opleiding</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Take on</translation>
    </message>
    <message>
        <source>Regel</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Regel 1 is de eerste leerling in het bestand. Er staat niet in van welke school het is: het studentnummer is alleen het nummer van de leerling.</source>
        <translation>Line 1 is the first pupil in the file. It does not say which school it is from: the student number is only the number of the pupil.</translation>
    </message>
    <message>
        <source>Regel 1 is de eerste leerling in het bestand. Het studentnummer is het nummer van de school met dat van de leerling.</source>
        <translation>Line 1 is the first pupil in the file. The student number is the number of the school with that of the pupil.</translation>
    </message>
    <message>
        <source>Staat ook op regel {line}.</source>
        <translation>Is also on line {line}.</translation>
    </message>
    <message>
        <source>Startdatum</source>
        <translation>Start date</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Studenten</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>Studenten zonder mentor overnemen</source>
        <translation>Take on students without a mentor</translation>
    </message>
    <message>
        <source>Studentnummer</source>
        <translation>Student number</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Toch inlezen</source>
        <translation>Import anyway</translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation>Name prefix</translation>
    </message>
    <message>
        <source>Van een lijst naar de studenten van de school, in vier stappen.</source>
        <translation>From a list to the students of the school, in four steps.</translation>
    </message>
    <message>
        <source>Van een lijst van school naar jouw studenten, in vijf stappen.</source>
        <translation>From a list from school to your students, in five steps.</translation>
    </message>
    <message>
        <source>Vergelijken met je werkboek…</source>
        <translation>Comparing with your workbook…</translation>
    </message>
    <message>
        <source>Vergelijken met wat er al is…</source>
        <translation>Comparing with what is there already…</translation>
    </message>
    <message>
        <source>Verschilt van regel {line}: {fields}. Regel {line} telt.</source>
        <translation>Differs from line {line}: {fields}. Line {line} counts.</translation>
    </message>
    <message>
        <source>Verwachte einddatum</source>
        <translation>Expected end date</translation>
    </message>
    <message>
        <source>Volgens het bestand is deze leerling van school.</source>
        <translation>According to the file this pupil has left the school.</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Wat er gebeurt</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Wat is de achternaam in ‘{value}’? Zet voornaam en achternaam in twee kolommen, of schrijf eerst de achternaam met een komma erachter.</source>
        <translation>What is the last name in ‘{value}’? Put first and last name in two columns, or write the last name first, followed by a comma.</translation>
    </message>
    <message>
        <source>dat ben jij</source>
        <translation>that is you</translation>
    </message>
    <message>
        <source>dubbel</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>gewijzigd</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>leeg</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>lijkt op jouw naam</source>
        <translation>looks like your name</translation>
    </message>
    <message>
        <source>niet ingelezen</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>ongewijzigd</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>overgeslagen</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>vraag</source>
        <translation>question</translation>
    </message>
    <message>
        <source>{changed} studenten in je werkboek zijn bijgewerkt.</source>
        <translation>{changed} students in your workbook have been updated.</translation>
    </message>
    <message>
        <source>{count} &amp;studenten zijn van school</source>
        <translation>{count} &amp;students have left</translation>
    </message>
    <message>
        <source>{count} studenten &amp;inlezen</source>
        <translation>&amp;Import {count} students</translation>
    </message>
    <message>
        <source>{count} studenten zijn nu van jou.</source>
        <translation>{count} students are now yours.</translation>
    </message>
    <message>
        <source>{count} studenten zijn uitgeschreven. De dossiers blijven.</source>
        <translation>{count} students have left. The records stay.</translation>
    </message>
    <message>
        <source>{count} studenten zonder mentor zijn nu van jou.</source>
        <translation>{count} students without a mentor are now yours.</translation>
    </message>
    <message>
        <source>{field} is te lang ({length} tekens) en blijft leeg.</source>
        <translation>{field} is too long ({length} characters) and stays empty.</translation>
    </message>
    <message>
        <source>{field} {value}: schrijf het jaar met vier cijfers.</source>
        <translation>{field} {value}: write the year with four digits.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’ is geen datum.</source>
        <translation>{field} ‘{value}’ is not a date.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’ is niet begrepen en blijft leeg.</source>
        <translation>{field} ‘{value}’ was not understood and stays empty.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’ lijkt op een formule. Het wordt bewaard als gewone tekst.</source>
        <translation>{field} ‘{value}’ looks like a formula. It is kept as plain text.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’ mist een letter. ‘{known}’ blijft staan.</source>
        <translation>{field} ‘{value}’ misses a letter. ‘{known}’ is kept.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’: hier ging waarschijnlijk een letter verloren toen de lijst werd gemaakt.</source>
        <translation>{field} ‘{value}’: a letter probably got lost when the list was made.</translation>
    </message>
    <message>
        <source>{field} ‘{value}’: hier staan waarschijnlijk verkeerde letters; bedoeld is ‘{meant}’.</source>
        <translation>{field} ‘{value}’: these are probably the wrong letters; ‘{meant}’ is meant.</translation>
    </message>
    <message>
        <source>{field}: de dag {value} bestaat niet.</source>
        <translation>{field}: the day {value} does not exist.</translation>
    </message>
    <message>
        <source>{name}. Er verandert pas iets als je op Inlezen klikt.</source>
        <translation>{name}. Nothing changes until you press Import.</translation>
    </message>
    <message>
        <source>{name}. Eén vraag wacht op jouw antwoord.</source>
        <translation>{name}. One question waits for your answer.</translation>
    </message>
    <message>
        <source>{name}. In deze lijst staat niets nieuws.</source>
        <translation>{name}. There is nothing new in this list.</translation>
    </message>
    <message>
        <source>{name}. {asked} vragen wachten op jouw antwoord.</source>
        <translation>{name}. {asked} questions wait for your answer.</translation>
    </message>
    <message>
        <source>{new} nieuwe studenten staan in je werkboek.</source>
        <translation>{new} new students are in your workbook.</translation>
    </message>
    <message>
        <source>{reason}

Er is nog niets ingelezen. Zonder reservekopie kun je niet terug naar hoe je werkboek nu is.</source>
        <translation>{reason}

Nothing has been imported yet. Without a backup you cannot go back to how your workbook is now.</translation>
    </message>
</context>
<context>
    <name>system</name>
    <message>
        <source>Concepten worden bewaard</source>
        <translation>Drafts are being saved</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>1 afspraak bij een life skill over tijd</source>
        <translation>1 agreement about a life skill overdue</translation>
    </message>
    <message>
        <source>1 afspraak moet deze week klaar</source>
        <translation>1 agreement is due this week</translation>
    </message>
    <message>
        <source>1 afspraak over tijd</source>
        <translation>1 agreement overdue</translation>
    </message>
    <message>
        <source>1 gepland gesprek niet vastgelegd</source>
        <translation>1 planned talk not recorded</translation>
    </message>
    <message>
        <source>1 gesprek half vastgelegd</source>
        <translation>1 talk half recorded</translation>
    </message>
    <message>
        <source>1 persoon kreeg de rol tweede lijn</source>
        <translation>1 person got the role second line</translation>
    </message>
    <message>
        <source>1 persoon wacht op bevestiging van life skills</source>
        <translation>1 person waits for life skills to be confirmed</translation>
    </message>
    <message>
        <source>1 student achter op de norm</source>
        <translation>1 student behind the norm</translation>
    </message>
    <message>
        <source>1 student is niet toegelaten</source>
        <translation>1 student was not admitted</translation>
    </message>
    <message>
        <source>1 student is toegelaten: neem je werkboek nu verder mee</source>
        <translation>1 student was admitted: bring your workbook along further now</translation>
    </message>
    <message>
        <source>1 student komt naar jou toe</source>
        <translation>1 student is coming to you</translation>
    </message>
    <message>
        <source>1 student niet overgenomen</source>
        <translation>1 student not taken over</translation>
    </message>
    <message>
        <source>1 student nog nooit gesproken</source>
        <translation>1 student never spoken to yet</translation>
    </message>
    <message>
        <source>1 student te lang niet gesproken</source>
        <translation>1 student not spoken to for too long</translation>
    </message>
    <message>
        <source>1 student wacht op de teamleider</source>
        <translation>1 student waits for the team leader</translation>
    </message>
    <message>
        <source>1 student wacht op jouw bevestiging</source>
        <translation>1 student waits for your confirmation</translation>
    </message>
    <message>
        <source>1 student wordt binnenkort 16 of 18</source>
        <translation>1 student turns 16 or 18 soon</translation>
    </message>
    <message>
        <source>1 trialoog wacht op het bedrijf</source>
        <translation>1 three-way talk waits for the company</translation>
    </message>
    <message>
        <source>1 trialoog: bedrijf is binnen, student nog niet</source>
        <translation>1 three-way talk: company is in, student not yet</translation>
    </message>
    <message>
        <source>1 trialoog: student en bedrijf zijn binnen</source>
        <translation>1 three-way talk: student and company are in</translation>
    </message>
    <message>
        <source>Al meer dan een week geen kopie op je tweede plek</source>
        <translation>No backup in your second place for over a week</translation>
    </message>
    <message>
        <source>Je kopieën staan alleen op deze laptop</source>
        <translation>Your backups are on this laptop only</translation>
    </message>
    <message>
        <source>Je mag meelezen bij 1 student</source>
        <translation>You may read along with 1 student</translation>
    </message>
    <message>
        <source>Je mag meelezen bij {count} studenten</source>
        <translation>You may read along with {count} students</translation>
    </message>
    <message>
        <source>Tijd voor een proef met je herstelcode</source>
        <translation>Time to try out your recovery code</translation>
    </message>
    <message>
        <source>Veel geplande gesprekken niet vastgelegd</source>
        <translation>Many planned talks not recorded</translation>
    </message>
    <message>
        <source>Veel mensen wachten op bevestiging van life skills</source>
        <translation>Many people wait for life skills to be confirmed</translation>
    </message>
    <message>
        <source>Veel studenten achter op de norm</source>
        <translation>Many students behind the norm</translation>
    </message>
    <message>
        <source>Veel studenten nog nooit gesproken</source>
        <translation>Many students never spoken to</translation>
    </message>
    <message>
        <source>Veel studenten te lang niet gesproken</source>
        <translation>Many students not spoken to for too long</translation>
    </message>
    <message>
        <source>{count} afspraken bij life skills over tijd</source>
        <translation>{count} agreements about life skills overdue</translation>
    </message>
    <message>
        <source>{count} afspraken moeten deze week klaar</source>
        <translation>{count} agreements are due this week</translation>
    </message>
    <message>
        <source>{count} afspraken over tijd</source>
        <translation>{count} agreements overdue</translation>
    </message>
    <message>
        <source>{count} geplande gesprekken niet vastgelegd</source>
        <translation>{count} planned talks not recorded</translation>
    </message>
    <message>
        <source>{count} gesprekken half vastgelegd</source>
        <translation>{count} talks half recorded</translation>
    </message>
    <message>
        <source>{count} mensen kregen de rol tweede lijn</source>
        <translation>{count} people got the role second line</translation>
    </message>
    <message>
        <source>{count} mensen wachten op bevestiging van life skills</source>
        <translation>{count} people wait for life skills to be confirmed</translation>
    </message>
    <message>
        <source>{count} studenten achter op de norm</source>
        <translation>{count} students behind the norm</translation>
    </message>
    <message>
        <source>{count} studenten komen naar jou toe</source>
        <translation>{count} students are coming to you</translation>
    </message>
    <message>
        <source>{count} studenten niet overgenomen</source>
        <translation>{count} students not taken over</translation>
    </message>
    <message>
        <source>{count} studenten nog nooit gesproken</source>
        <translation>{count} students never spoken to yet</translation>
    </message>
    <message>
        <source>{count} studenten te lang niet gesproken</source>
        <translation>{count} students not spoken to for too long</translation>
    </message>
    <message>
        <source>{count} studenten wachten op de teamleider</source>
        <translation>{count} students wait for the team leader</translation>
    </message>
    <message>
        <source>{count} studenten wachten op jouw bevestiging</source>
        <translation>{count} students wait for your confirmation</translation>
    </message>
    <message>
        <source>{count} studenten worden binnenkort 16 of 18</source>
        <translation>{count} students turn 16 or 18 soon</translation>
    </message>
    <message>
        <source>{count} studenten zijn niet toegelaten</source>
        <translation>{count} students were not admitted</translation>
    </message>
    <message>
        <source>{count} studenten zijn toegelaten: neem je werkboek nu verder mee</source>
        <translation>{count} students were admitted: bring your workbook along further now</translation>
    </message>
    <message>
        <source>{count} trialogen wachten op het bedrijf</source>
        <translation>{count} three-way talks wait for the company</translation>
    </message>
    <message>
        <source>{count} trialogen: bedrijf is binnen, student nog niet</source>
        <translation>{count} three-way talks: company is in, student not yet</translation>
    </message>
    <message>
        <source>{count} trialogen: student en bedrijf zijn binnen</source>
        <translation>{count} three-way talks: student and company are in</translation>
    </message>
</context>
<context>
    <name>trialogue</name>
    <message>
        <source>Eens</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Leerbedrijf</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Over praten</source>
        <translation>Discuss</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Verschillend</source>
        <translation>Differ</translation>
    </message>
</context>
</TS>
