/** Words by which texts announce their parts, in the languages of most reports: English, German, French, Spanish. */

/** A heading over notes. */
export const notesHeading =
  /^(?:end ?notes?|foot ?notes?|notes?(?: and references)?|anmerkungen|fu(?:ß|ss)noten|endnoten|notas)\s*[:.]?$/i;

/** A heading over a table of contents. */
export const contentsHeading =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|table des mati[èe]res|sommaire|[íi]ndice|contenido)\s*:?$/i;

/** A heading over biographies. */
export const peopleHeading =
  /^(?:about the (?:author|editor|contributor)s?|(?:the )?(?:authors?|contributors?)|[üu]ber (?:den|die) autor(?:in|en|innen)?|(?:zu den )?autor(?:en|innen)|[àa] propos (?:de l.auteure?|des auteurs)|sobre (?:el|la|los|las) autor(?:a|es|as)?)\s*:?$/i;

/** What a document is called by kind, where it stands over the title. */
export const documentKind =
  /^(?:(?:policy|research|working|discussion|white|briefing|occasional|issue|special|country|annual|final|field)\s+)?(?:report|paper|brief(?:ing)?|memo(?:randum)?|commentary|analysis|essay|bericht|studie|analyse|rapport|étude|note|informe|estudio|documento)s?(?=\s|$|[:|/–—-])/i;

/** What houses that publish are called. */
export const house =
  /(?:^|\s)(?:institut(?:e|ion)?|foundation|press|publish(?:ers|ing)|books|universit(?:y|ät|é)|universidad|cent(?:er|re)|council|ministry|department|agency|society|association|commission|museum|verlag|stiftung|gesellschaft|fondation|éditions|instituto|fundación|editorial)(?:\s|$|,)/i;

/** The beginning of a caption that names its kind: figures, photographs. */
export const captionPrefix =
  /^(?:(?:fig(?:ure|\.)?|abb(?:ildung|\.)|photo(?:graph)?|image|map|chart|karte|carte|foto|figura)\s*(?:\d+[a-z]?)?\s*[.:–—|]\s*)/i;

/** The beginning of the caption of what stood on the cover. */
export const coverPrefix =
  /^(?:(?:front )?cover(?: (?:photo(?:graph)?|image|picture|art|illustration))?|titel(?:bild|foto)|(?:photo|image) de couverture|foto de (?:la )?(?:portada|cubierta))\s*[:–—.]\s*/i;

/** Where the credit of a picture begins. */
export const creditPrefix =
  /(?:^|[\s(])(?:source|sources|credit|photo(?:graph)?(?: credit)?|photo by|photograph by|image|courtesy(?: of)?|quelle|foto|crédit|fuente)\s*[:©]\s*|©\s*|(?:^|\s)(?:photo|photograph|courtesy|foto) (?:by|of|courtesy of|von)\s+/gi;

/** That a box tells of a series or a project. */
export const seriesSentence =
  /\b(?:part of|in the series|(?:report|paper|essay|brief|book|volume|publication) (?:series|in)|series|project|collection|initiative|teil (?:der|des)|reihe|projekts?|fait partie|série|collection|parte de|serie|proyecto)\b/i;

/** Before the name of who wrote. */
export const byPrefix = /^(?:by|von|par|por|de)\s+(?=\S)/i;

/** Months as they are written out, from January. */
export const months: readonly RegExp[] = [
  /^(?:jan(?:uary|uar|\.)?|jänner|janvier|enero)$/i,
  /^(?:feb(?:ruary|ruar|\.)?|février|febrero)$/i,
  /^(?:mar(?:ch|\.)?|märz|mars|marzo)$/i,
  /^(?:apr(?:il|\.)?|avril|abril)$/i,
  /^(?:may|mai|mayo)$/i,
  /^(?:june?|juni|juin|junio)$/i,
  /^(?:july?|juli|juillet|julio)$/i,
  /^(?:aug(?:ust|\.)?|août|agosto)$/i,
  /^(?:sept?(?:ember|\.)?|septembre|septiembre)$/i,
  /^(?:oct(?:ober|\.)?|oktober|octobre|octubre)$/i,
  /^(?:nov(?:ember|\.)?|novembre|noviembre)$/i,
  /^(?:dec(?:ember|\.)?|dezember|décembre|diciembre)$/i,
];

/** Titles of what comes before the chapters, and after them. */
export const frontHeading =
  /^(?:abstract|(?:executive )?summary|key (?:findings|messages|points)|foreword|preface|acknowledge?ments?|(?:list of )?abbreviations|zusammenfassung|vorwort|danksagung|résumé|avant-propos|remerciements|resumen|prólogo|agradecimientos)$/i;
export const backHeading =
  /^(?:references|(?:select(?:ed)? )?bibliography|works cited|further reading|sources|glossary|append(?:ix|ices)\b.*|annex\b.*|literatur(?:verzeichnis)?|anhang\b.*|bibliographie|annexe\b.*|bibliografía|anexo\b.*)$/i;
