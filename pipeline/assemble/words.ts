import type { Words } from "../publication.js";

const en: Words = {
  contents: "Contents",
  contributors: "Contributors",
  notes: "Notes",
  figure: "Figure",
  table: "Table",
  note: "note",
  cover: "Cover",
  titlePage: "Title page",
  imprint: "Imprint",
  landmarks: "Landmarks",
  pageList: "Page list",
  startOfContent: "Start of content",
  chapter: "Chapter",
  backToCall: "Back to reference {n}",
  coverOf: "Cover of {title}",
  by: "by",
  listOfFigures: "Figures",
  listOfTables: "Tables",
};

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
  backToCall: "Retour à l’appel de note {n}",
  coverOf: "Couverture de {title}",
  by: "par",
  listOfFigures: "Figures",
  listOfTables: "Tableaux",
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
  backToCall: "Volver a la llamada {n}",
  coverOf: "Cubierta de {title}",
  by: "por",
  listOfFigures: "Figuras",
  listOfTables: "Tablas",
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
  backToCall: "Zurück zum Verweis {n}",
  coverOf: "Umschlag von {title}",
  by: "von",
  listOfFigures: "Abbildungen",
  listOfTables: "Tabellen",
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
  backToCall: "العودة إلى الإحالة {n}",
  coverOf: "غلاف {title}",
  by: "بقلم",
  listOfFigures: "الأشكال",
  listOfTables: "الجداول",
};

const byLanguage: Readonly<Record<string, Words>> = { ar, de, en, es, fr };

/** Choose the program's own words in a publication's language; English ones where it is not in the table. */
export function wordsOf(language: string): Words {
  return byLanguage[language.split("-")[0]?.toLowerCase() ?? ""] ?? en;
}
