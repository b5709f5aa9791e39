/** Words of bodies, of offices and of places, which few people are called; those of other languages are known by their stems. */
const words =
  /^(?:affairs|agency|alliance|amt|associat.*|asociaci.*|associaç.*|authority|bank|board|books|bureau|bund.*|center|centers|centre|centres|centro|chair|church|coalition|college|commission|committee|community|company|conference|conseil|consejo|consult.*|corp.*|council|countries|court|culture|department|development|director|economics?|editors?|education|energy|environment|faculty|fellow|finance|fonda.*|forum|foundation|funda.*|fund|gesellschaft|global|gmbh|government|group|health|history|hochschule|human|inc|initiative|institut.*|international.*|justice|laborator.*|labour|lab|law|league|library|limited|llc|llp|ltd|media|minist.*|mission|museum|nations?|national|network|office|organi[sz]ation|partners?|party|peace|policy|politics|press|professor|program.*|project|public|publish.*|research.*|rights|schools?|sciences?|secretar.*|security|senior|services?|social|societ.*|solutions|staff|states|stiftung|.+stiftung|strategic|studies|task|team|technology|trade|trust|union|unit|united|universi.*|verlag|verein|watch|welfare|women|works?|world|youth|zentrum)$/iu;

/** Those among them that people are called all the same, or that stand before their names: Frank Church, Peace Medie, Professor Doe. */
const alsoOfPeople =
  /^(?:bank|books|chair|church|college|court|culture|director|fellow|history|human|justice|lab|labour|law|league|library|mission|party|peace|press|professor|senior|staff|union|watch|works?|world|youth)$/iu;

/** What joins the words of a body's name, or says where a person of one name comes from: Francis of Assisi. */
const joint = /^(?:against|contre|for|für|of|para|pour|sans|voor|without)$/u;

/** Say whether a word stands in names of bodies, and hardly in those of people. */
export function isOfBodies(word: string): boolean {
  return words.test(word);
}

/** Say whether a name is that of a body, which catalogues file as it is written: the World Bank, the Ministry of Health and Welfare. */
export function isBody(name: string): boolean {
  const all = name.split(/[\s,]+/);
  const found = all.filter(isOfBodies);
  return (
    all.some((word) => joint.test(word)) || found.length > 1 || found.some((word) => !alsoOfPeople.test(word))
  );
}
