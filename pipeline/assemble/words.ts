import type { VFileMessage } from "vfile-message";
import { englishWords as en } from "../english-words.js";
import { problem } from "../problem.js";
import type { Manuscript, Words } from "../publication.js";

const fr: Words = {
  contents: "Table des matières",
  contributors: "Contributeurs",
  notes: "Notes",
  figure: "Figure",
  table: "Tableau",
  note: "note",
  cover: "Couverture",
  titlePage: "Page de titre",
  imprint: "Mentions légales",
  landmarks: "Repères",
  pageList: "Liste des pages",
  startOfContent: "Début du texte",
  chapter: "Chapitre",
  part: "Partie {n}",
  backToCall: "Retour à l’appel de note {n}",
  seePage: "Voir page {n}.",
  notesToPage: "Notes de la page {n}",
  notesToPages: "Notes des pages {from} à {to}",
  coverOf: "Couverture de {title}",
  by: "par",
  editedBy: "Sous la direction de {names}",
  listOfFigures: "Figures",
  listOfTables: "Tableaux",
  descriptionOf: "Description de la {label}",
  description: "Description de l’image",
};

const es: Words = {
  contents: "Índice",
  contributors: "Colaboradores",
  notes: "Notas",
  figure: "Figura",
  table: "Tabla",
  note: "nota",
  cover: "Cubierta",
  titlePage: "Portada",
  imprint: "Página de créditos",
  landmarks: "Puntos de referencia",
  pageList: "Lista de páginas",
  startOfContent: "Comienzo del texto",
  chapter: "Capítulo",
  part: "Parte {n}",
  backToCall: "Volver a la llamada {n}",
  seePage: "Véase la página {n}.",
  notesToPage: "Notas de la página {n}",
  notesToPages: "Notas de las páginas {from} a {to}",
  coverOf: "Cubierta de {title}",
  by: "por",
  editedBy: "Edición de {names}",
  listOfFigures: "Figuras",
  listOfTables: "Tablas",
  descriptionOf: "Descripción de la {label}",
  description: "Descripción de la imagen",
};

const de: Words = {
  contents: "Inhalt",
  contributors: "Mitwirkende",
  notes: "Anmerkungen",
  figure: "Abbildung",
  table: "Tabelle",
  note: "Anmerkung",
  cover: "Umschlag",
  titlePage: "Titelseite",
  imprint: "Impressum",
  landmarks: "Orientierungspunkte",
  pageList: "Seitenliste",
  startOfContent: "Beginn des Textes",
  chapter: "Kapitel",
  part: "Teil {n}",
  backToCall: "Zurück zum Verweis {n}",
  seePage: "Siehe Seite {n}.",
  notesToPage: "Anmerkungen zu Seite {n}",
  notesToPages: "Anmerkungen zu den Seiten {from} bis {to}",
  coverOf: "Umschlag von {title}",
  by: "von",
  editedBy: "Herausgegeben von {names}",
  listOfFigures: "Abbildungen",
  listOfTables: "Tabellen",
  descriptionOf: "Beschreibung von {label}",
  description: "Beschreibung des Bildes",
};

const ar: Words = {
  contents: "المحتويات",
  contributors: "المساهمون",
  notes: "الهوامش",
  figure: "الشكل",
  table: "الجدول",
  note: "الهامش",
  cover: "الغلاف",
  titlePage: "صفحة العنوان",
  imprint: "بيانات النشر",
  landmarks: "معالم الكتاب",
  pageList: "قائمة الصفحات",
  startOfContent: "بداية النص",
  chapter: "الفصل",
  part: "القسم {n}",
  backToCall: "العودة إلى الإحالة {n}",
  seePage: "انظر الصفحة {n}.",
  notesToPage: "هوامش الصفحة {n}",
  notesToPages: "هوامش الصفحات {from}–{to}",
  coverOf: "غلاف {title}",
  by: "بقلم",
  editedBy: "تحرير {names}",
  listOfFigures: "الأشكال",
  listOfTables: "الجداول",
  descriptionOf: "وصف {label}",
  description: "وصف الصورة",
};

const he: Words = {
  contents: "תוכן העניינים",
  contributors: "המשתתפים",
  notes: "הערות",
  figure: "איור",
  table: "טבלה",
  note: "הערה",
  cover: "כריכה",
  titlePage: "עמוד השער",
  imprint: "פרטי ההוצאה",
  landmarks: "ציוני דרך",
  pageList: "רשימת העמודים",
  startOfContent: "תחילת הטקסט",
  chapter: "פרק",
  part: "חלק {n}",
  backToCall: "חזרה להפניה {n}",
  seePage: "ראו עמוד {n}.",
  notesToPage: "הערות לעמוד {n}",
  notesToPages: "הערות לעמודים {from}–{to}",
  coverOf: "כריכת {title}",
  by: "מאת",
  editedBy: "בעריכת {names}",
  listOfFigures: "איורים",
  listOfTables: "טבלאות",
  descriptionOf: "תיאור {label}",
  description: "תיאור התמונה",
};

const it: Words = {
  contents: "Indice",
  contributors: "Autori e collaboratori",
  notes: "Note",
  figure: "Figura",
  table: "Tabella",
  note: "nota",
  cover: "Copertina",
  titlePage: "Frontespizio",
  imprint: "Colophon",
  landmarks: "Punti di riferimento",
  pageList: "Elenco delle pagine",
  startOfContent: "Inizio del testo",
  chapter: "Capitolo",
  part: "Parte {n}",
  backToCall: "Torna al richiamo {n}",
  seePage: "Si veda pagina {n}.",
  notesToPage: "Note a pagina {n}",
  notesToPages: "Note alle pagine {from}–{to}",
  coverOf: "Copertina di {title}",
  by: "di",
  editedBy: "A cura di {names}",
  listOfFigures: "Figure",
  listOfTables: "Tabelle",
  descriptionOf: "Descrizione della {label}",
  description: "Descrizione dell’immagine",
};

const nl: Words = {
  contents: "Inhoud",
  contributors: "Medewerkers",
  notes: "Noten",
  figure: "Figuur",
  table: "Tabel",
  note: "noot",
  cover: "Omslag",
  titlePage: "Titelpagina",
  imprint: "Colofon",
  landmarks: "Oriëntatiepunten",
  pageList: "Paginalijst",
  startOfContent: "Begin van de tekst",
  chapter: "Hoofdstuk",
  part: "Deel {n}",
  backToCall: "Terug naar verwijzing {n}",
  seePage: "Zie pagina {n}.",
  notesToPage: "Noten bij pagina {n}",
  notesToPages: "Noten bij pagina’s {from}–{to}",
  coverOf: "Omslag van {title}",
  by: "door",
  editedBy: "Onder redactie van {names}",
  listOfFigures: "Figuren",
  listOfTables: "Tabellen",
  descriptionOf: "Beschrijving van {label}",
  description: "Beschrijving van de afbeelding",
};

const pt: Words = {
  contents: "Índice",
  contributors: "Colaboradores",
  notes: "Notas",
  figure: "Figura",
  table: "Tabela",
  note: "nota",
  cover: "Capa",
  titlePage: "Página de rosto",
  imprint: "Ficha técnica",
  landmarks: "Pontos de referência",
  pageList: "Lista de páginas",
  startOfContent: "Início do texto",
  chapter: "Capítulo",
  part: "Parte {n}",
  backToCall: "Voltar à chamada {n}",
  seePage: "Ver página {n}.",
  notesToPage: "Notas da página {n}",
  notesToPages: "Notas das páginas {from} a {to}",
  coverOf: "Capa de {title}",
  by: "por",
  editedBy: "Organização de {names}",
  listOfFigures: "Figuras",
  listOfTables: "Tabelas",
  descriptionOf: "Descrição da {label}",
  description: "Descrição da imagem",
};

const byLanguage: Readonly<Record<string, Words>> = { ar, de, en, es, fr, he, it, nl, pt };

/** Warn where quoin has no words in the publication's language, and publication.yaml does not give all: English ones would be printed. */
export function missingWords({ metadata, placeOf }: Manuscript): VFileMessage[] {
  const { language, words = {} } = metadata;
  const missing = Object.keys(en).filter((key) => !(key in words));
  if (primary(language) in byLanguage || missing.length === 0) return [];
  const shown = missing.slice(0, 4).map((key) => `${key} (“${en[key as keyof Words]}”)`);
  const more = missing.length > 4 ? ` and ${missing.length - 4} more` : "";
  const reason = `Unexpected language \`${language}\`, in which quoin has no words of its own and prints English ones; expected \`words:\` with ${shown.join(", ")}${more}`;
  return [problem("words-missing", reason, placeOf("language"))];
}

/** Choose the program's own words in a publication's language; English ones where it is not in the table. */
export function wordsOf(language: string): Words {
  return byLanguage[primary(language)] ?? en;
}

function primary(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}
