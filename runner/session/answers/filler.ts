const english = `
a an the is are was were be been being it its it's that that's this these those there here he she they i i'm we you my your
of in on at to for by from with as than into inside outside within host machine container containers pod pods node computer
which what who whose has have had having got get gets do does did so because since just only simply called named name names
pid ppid cmd command comm args column process processes program programs parent parents child children grandparent number first second last one
answer answers think guess believe maybe probably perhaps possibly says said say shows shown show see seen saw reads line under
definitely certainly surely should would must will can may might could also either too yes ok okay well here's now then
path belong belongs neither user course mother root something somebody thing everything every all with shell
uid gid ans looks look like nothing else happens really not never isn't
file folder directory image address id service kind type value started starts runs running run itself own one's me
`;

const words: ReadonlySet<string> = new Set(english.split(/\s+/).filter(Boolean));

/** A word of a sentence that names nothing: what is left beside it is meant. */
export const isFiller = (word: string): boolean => words.has(word.toLowerCase().replace(/^[-"']+|[:"',.-]+$/g, ''));
