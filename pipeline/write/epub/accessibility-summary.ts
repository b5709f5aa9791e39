/** What the summary speaks about. */
export interface SummaryFacts {
  readonly images: boolean;
  /** Whether every image has words that stand for it. */
  readonly described: boolean;
  /** Whether no image can move or flash. */
  readonly still: boolean;
  readonly notes: boolean;
}

interface Sentences {
  readonly text: string;
  readonly navigation: string;
  readonly described: string;
  readonly undescribed: string;
  readonly notes: string;
  readonly still: string;
}

const en: Sentences = {
  text: "The text can be enlarged, restyled and read aloud.",
  navigation: "Headings and a table of contents lead through it.",
  described: "Every image is described in words.",
  undescribed: "Some images are not described in words.",
  notes: "Each note can be reached from the text, and the text from each note.",
  still: "Nothing flashes, moves or makes a sound.",
};

const fr: Sentences = {
  text: "Le texte peut être agrandi, remis en forme et lu à voix haute.",
  navigation: "Des titres et une table des matières permettent de s’y orienter.",
  described: "Chaque image est décrite en mots.",
  undescribed: "Certaines images ne sont pas décrites en mots.",
  notes: "Chaque note est accessible depuis le texte, et le texte depuis chaque note.",
  still: "Rien ne clignote, ne bouge ni n’émet de son.",
};

const es: Sentences = {
  text: "El texto se puede ampliar, cambiar de aspecto y leer en voz alta.",
  navigation: "Los títulos y un índice permiten orientarse en él.",
  described: "Todas las imágenes están descritas con palabras.",
  undescribed: "Algunas imágenes no están descritas con palabras.",
  notes: "Desde el texto se llega a cada nota, y desde cada nota al texto.",
  still: "Nada parpadea, se mueve ni emite sonido.",
};

const de: Sentences = {
  text: "Der Text lässt sich vergrößern, anders darstellen und vorlesen.",
  navigation: "Überschriften und ein Inhaltsverzeichnis führen durch den Text.",
  described: "Jedes Bild ist in Worten beschrieben.",
  undescribed: "Einige Bilder sind nicht in Worten beschrieben.",
  notes: "Jede Anmerkung ist vom Text aus erreichbar, und der Text von jeder Anmerkung aus.",
  still: "Nichts blinkt, bewegt sich oder macht ein Geräusch.",
};

const ar: Sentences = {
  text: "يمكن تكبير النص وتغيير شكله وسماعه بصوت عالٍ.",
  navigation: "تساعد العناوين وقائمة المحتويات على التنقل فيه.",
  described: "كل صورة موصوفة بالكلمات.",
  undescribed: "بعض الصور غير موصوفة بالكلمات.",
  notes: "يمكن الوصول إلى كل هامش من النص، والعودة من كل هامش إلى النص.",
  still: "لا شيء يومض أو يتحرك أو يصدر صوتا.",
};

const he: Sentences = {
  text: "אפשר להגדיל את הטקסט, לשנות את מראהו ולהאזין לו בקול.",
  navigation: "כותרות ותוכן עניינים מסייעים להתמצא בו.",
  described: "כל תמונה מתוארת במילים.",
  undescribed: "חלק מהתמונות אינן מתוארות במילים.",
  notes: "אפשר להגיע מהטקסט אל כל הערה, ומכל הערה בחזרה אל הטקסט.",
  still: "דבר אינו מהבהב, נע או משמיע קול.",
};

const byLanguage: Readonly<Record<string, Sentences>> = { ar, de, en, es, fr, he };

/** Say in simple words what a reader can expect, in the publication's language, or in English where it has no table. */
export function summaryOf({ images, described, still, notes }: SummaryFacts, language: string): string {
  const say = byLanguage[language.split("-")[0]?.toLowerCase() ?? ""] ?? en;
  return [
    say.text,
    say.navigation,
    ...(images ? [described ? say.described : say.undescribed] : []),
    ...(notes ? [say.notes] : []),
    ...(still ? [say.still] : []),
  ].join(" ");
}
