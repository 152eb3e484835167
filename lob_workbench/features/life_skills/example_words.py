"""What students and their teachers write as evidence in the example school, by skill."""

EVIDENCE: dict[str, tuple[str, ...]] = {
    "identity": (
        "Vertelde in de kring wat bij haar past en wat niet, met een voorbeeld van thuis.",
        "Schreef voor het portfolio op waar hij trots op is. Het klopte met wat wij zien.",
        "Zei op stage dat werken in een groep beter past dan alleen achter een scherm.",
        "Legde aan een nieuwe klasgenoot uit waarom dit vak bij haar hoort.",
    ),
    "ambition": (
        "Zocht zelf drie vervolgopleidingen uit en belde er één.",
        "Heeft een plan voor de komende periode op papier, met wat er eerst komt.",
        "Vroeg op de open dag door tot duidelijk was wat er nodig is.",
        "Koos een moeilijkere stageplek, omdat daar meer te leren valt.",
    ),
    "discipline": (
        "Was zes weken achter elkaar op tijd, ook op maandag.",
        "Legde de telefoon weg zonder dat iemand erom vroeg, de hele ochtend.",
        "Maakte de opdracht af voor de deadline, terwijl de rest nog moest beginnen.",
        "Houdt in een schriftje bij wat af is en wat niet.",
    ),
    "learning": (
        "Vroeg na de presentatie aan twee mensen wat er beter kon.",
        "Deed de tweede keer precies wat de eerste keer was afgesproken.",
        "Schreef na een fout op wat er gebeurde en wat de volgende keer anders gaat.",
        "Liet de oude en de nieuwe versie naast elkaar zien.",
    ),
    "integrity": (
        "Gaf zelf toe dat de kas niet klopte en rekende het samen na.",
        "Vertelde niets door over een cliënt, ook niet toen er grapjes over kwamen.",
        "Leverde een gevonden telefoon in bij de receptie.",
        "Schreef bij welke zinnen van een website kwamen.",
    ),
    "perseverance": (
        "Ging na een onvoldoende dezelfde week nog naar de bijles.",
        "Heeft de hele magazijnstelling opnieuw ingedeeld, ook toen het lang duurde.",
        "Probeerde het drie keer en had het de vierde keer.",
        "Bleef tot het einde van de open dag, al was het de laatste uren stil.",
    ),
    "resilience": (
        "Kreeg kritiek op stage, dacht er een avond over na en kwam met een vraag terug.",
        "Was een week uit het lood en pakte daarna zelf de planning weer op.",
        "Kon lachen om de mislukte taart en begon opnieuw.",
        "Vertelde wie er hielp toen het even niet ging.",
    ),
    "calm": (
        "Hielp bij een volle balie de ene klant na de andere, zonder haast in de stem.",
        "Telde even tot tien toen een kind bleef schreeuwen en ging toen door.",
        "Maakte bij de storing eerst een lijstje en begon bovenaan.",
        "Bleef tijdens het examen rustig, ook toen de printer het niet deed.",
    ),
    "flexibility": (
        "Ruilde op het laatste moment van dienst en had alles toch op orde.",
        "Ging door met een andere aanpak toen het materiaal er niet was.",
        "Werkte een dag mee op een andere afdeling en vroeg waar alles lag.",
        "Paste het plan aan toen er twee mensen ziek waren.",
    ),
    "courage": (
        "Stak als eerste de hand op om voor de groep te oefenen.",
        "Zei tegen de chef dat het rooster niet kon, rustig en met een voorstel.",
        "Belde zelf een bedrijf op waar ze niemand kende.",
        "Kwam op voor een klasgenoot die steeds werd onderbroken.",
    ),
    "listening": (
        "Vatte in het overleg samen wat de ander zei voor ze zelf begon.",
        "Vroeg door toen een klant iets onduidelijks zei.",
        "Liet een boze ouder uitpraten en schreef de klacht op.",
        "Keek de bewoner aan en wachtte op het antwoord, ook al duurde dat.",
    ),
    "communication": (
        "Schreef een mail aan het stagebedrijf die in één keer duidelijk was.",
        "Legde de opdracht uit aan iemand die er niet bij was.",
        "Belde op tijd af en zei erbij wanneer hij er weer was.",
        "Droeg de dienst over in vijf zinnen, en er miste niets.",
    ),
    "cooperation": (
        "Verdeelde het werk in het groepje en deed zelf ook het saaie deel.",
        "Hielp met opruimen toen de eigen taak al klaar was.",
        "Vroeg in het groepje wie nog niets had gezegd.",
        "Maakte met twee mensen die hij niet kende een werkend plan.",
    ),
    "empathy": (
        "Zag dat een cliënt moe was en stelde zelf een pauze voor.",
        "Ging naast een verdrietige kleuter zitten en wachtte.",
        "Zei tegen een collega: dat is ook niet niks, wat heb je nodig?",
        "Paste het tempo aan voor iemand die de taal nog leert.",
    ),
    "presenting": (
        "Vertelde tien minuten over de stage zonder van een blad te lezen.",
        "Liet iets zien in plaats van het alleen te vertellen.",
        "Sprak zo hard dat het achterin te horen was.",
        "Beantwoordde na afloop vier vragen van ouders.",
    ),
    "critical_thinking": (
        "Vroeg bij een filmpje wie het had gemaakt en waarom.",
        "Vond in de tabel een getal dat niet kon kloppen.",
        "Zocht een tweede bron voor ze het overnam.",
        "Stelde in de les de vraag die niemand stelde.",
    ),
    "judgement": (
        "Zette voor en tegen naast elkaar voor hij koos.",
        "Wachtte met een oordeel tot beide klasgenoten iets hadden gezegd.",
        "Kon uitleggen waarom de ene leverancier beter past.",
        "Kwam terug op een besluit toen er nieuwe cijfers waren.",
    ),
    "problem_solving": (
        "Zocht eerst uit waar het lek zat en pakte toen pas de tang.",
        "Bedacht twee oplossingen en probeerde de goedkoopste eerst.",
        "Maakte van een grote opdracht vier kleine.",
        "Vroeg hulp op het goede moment, met erbij wat al geprobeerd was.",
    ),
    "creativity": (
        "Maakte van restmateriaal een winkeletalage waar mensen voor stopten.",
        "Kwam in een kwartier met acht ideeën, waarvan er twee zijn gebruikt.",
        "Bedacht een spel waardoor de hele groep meedeed.",
        "Combineerde een recept van thuis met de kaart van het restaurant.",
    ),
    "surroundings": (
        "Merkte dat het in de gang te druk werd en zette de deur open.",
        "Wist wie er in de straat wonen en nodigde ze uit voor de open dag.",
        "Hield rekening met het gebed van een collega in het rooster.",
        "Las over een nieuwe regel en vertelde wat die voor de winkel betekent.",
    ),
    "initiative": (
        "Begon uit zichzelf met het klaarzetten van de zaal.",
        "Stelde voor om de klachten op een lijst te zetten en deed het ook.",
        "Vroeg op de eerste dag: wat kan ik alvast doen?",
        "Regelde zelf een gastspreker voor de klas.",
    ),
    "planning": (
        "Heeft een weekplanning waarin ook de reistijd staat.",
        "Schoof op tijd met de planning toen de toets werd verzet.",
        "Maakte voor het project een lijst met wie wat wanneer doet.",
        "Zag twee weken vooruit dat het druk zou worden en meldde dat.",
    ),
    "care": (
        "Controleerde de bestelling twee keer en haalde er een fout uit.",
        "Liet de machine schoner achter dan ze hem vond.",
        "Noteerde elke meting meteen, met tijd en naam.",
        "Las het formulier na voor het de deur uit ging.",
    ),
    "entrepreneurship": (
        "Verkocht op de markt meer dan de weken ervoor, met een nieuw bord.",
        "Rekende uit wat een broodje kost en stelde een andere prijs voor.",
        "Haalde een eerste klant binnen voor het leerbedrijf.",
        "Zag een kans in oude fietsen en zette een aanbod in elkaar.",
    ),
    "leadership": (
        "Verdeelde de taken in de keuken en hield het overzicht.",
        "Gaf een eerstejaars uitleg en liet hem het daarna zelf doen.",
        "Sprak iemand aan op te laat komen, onder vier ogen.",
        "Leidde het overleg en sloot af met wie wat doet.",
    ),
}
"""Own wording; a skill of another set has none."""

NEEDED = (
    "Laat het nog een keer zien als het druk is.",
    "Doe het een keer zonder dat iemand het vraagt.",
    "Schrijf erbij wat jouw deel was.",
    "Laat het ook op je stage zien.",
)
TEACHERS = ("J. Hendriks", "S. Bouzian", "A. de Graaf", "T. Öztürk", "M. van Dalen")
TRAINERS = ("R. Kuipers", "N. El Idrissi", "P. Wijnands", "K. Baptiste")
