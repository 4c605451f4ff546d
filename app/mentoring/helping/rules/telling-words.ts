/**
 * The words of a text that tell what it is about, and which of two are the same word as people write
 * it: whatever its case, accents, plural or ending, in whichever script.
 */

/** What is said in any ask, and what joins words, in the languages people here write most. */
export const COMMON: ReadonlySet<string> = new Set(
  `able about actually after again all almost also always among and another any anybody anyone anything
  are around ask asked asking away back because been before being better between big both but came can
  cannot come could day days did does doing done down during each else even ever every everybody everyone
  everything few find first for from gave get gets getting give gives going gone good got great had has
  have having help her here hers him his how however into its itself just keep kept kind knew know known
  last learn less let like little long look lot made make makes making many may maybe mean might mine more
  most much must myself need needs never new next not nothing now off often once one only onto other others
  our ours out over own part people perhaps please put quite rather really right said same say says see
  seem seems she should since some somebody someone something soon still such sure take taken takes taking
  tell than thank thanks that the their them then there these they thing things think this those though
  through time times today together told too took toward try trying two under until upon use used using
  very want wants was way ways week weeks well went were what when where whether which while who whole
  whom whose why will with within without work worked working works would written wrote year years yes
  yet you your yours team teams half hour hours minute minutes month months third twelve fifteen twenty
  thirty forty fifty hundred monday tuesday wednesday thursday friday saturday sunday page pages
  algo aqui asi como con cual cuando del desde donde ella ellos eran eres esa ese eso esta estan estar este
  esto estos fue hace hacer han hasta hay las los mas mis mucho muy nada nos nosotros otra otro para pero
  poco porque por que quien ser sin sobre son soy sus tambien tener tengo tiene todo todos una uno unos
  com das dos ela ele eles essa esse foi mais meu minha muito nao nem nos numa pela pelo pode quando quem
  sao sem ser seu sua tambem tem temos tenho tudo uma voce
  aux avec avoir bien car ces cet cette comme dans des donc elle elles ensemble est etre eux fait faire
  ici ils leur les lui mais mes moi mon nous notre par pas peu plus pour quand que qui sans ses son sont
  sur tous tout tres une vous
  aber alle als auch auf aus bei bin bis das dass dem den der des die doch ein eine einem einen einer
  eines fur habe haben hat hier ich ihm ihn ihr ist kann kein keine man mehr mein meine mich mir mit nach
  nicht noch nur oder schon sehr sein sich sie sind uber und uns vom von vor war was wenn werden wie wir
  wird zum zur
  ale bardzo bez bo byc czy dla gdy jak jako jest jestem juz kiedy ktora ktore ktory mam mnie moj moze nas
  nie oraz pod przez przy sie tak tez tego tej ten tylko tym wiem wiele zawsze
  che chi come con cosa dal dalla degli del della delle dello gli hanno loro mia mio molto nel nella non
  piu quale quando questa questo sono tra una
  ben bij dat deze dit door een heb hebben heeft het hoe ik kan maar meer met mij mijn naar niet nog ook
  onze ons over van voor waar wat wel wij zijn
  без был была были было быть вас вам все всё где для его если есть еще ещё как когда кто мне мой моя мы
  надо нам нас наш нет них она они оно очень под при про так там тем тоже только тот что чтобы эта это
  этот`.split(/\s+/),
);

/** What a word may end in where the beginning is the same. */
const ENDINGS = new Set(
  `${' '}s es e d ed er ers ing ings ion ions ation ations or ors ment ments y ies ied ier is al ally ly able
  n en em ern nen il eis ais ois a o os as ao oes aes i ia ie iem ow ami ach om am ego emu
  а ы у е и я ю й ь о ой ей ам ям ами ями ах ях ов ев ом ем ого ему`.split(/\s+/),
);

/** Scripts that need no spaces, or hang what others write apart onto a word. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** Accents and points that many leave out. Vowel signs of other scripts are letters to who reads them. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' },
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه', ё: 'е' },
};

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** A word as it is compared: 'decision' of 'Decisión'. */
export const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđıßæœأإآىةё]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/^ال(?=.{3})/u, '');

/** Of a text: each word that tells what it is about, as it is written and as it is compared. */
function* tellingIn(text: string): Generator<{ written: string; key: string }> {
  for (const { segment: written, isWordLike } of words.segment(text)) {
    if (!isWordLike) continue;
    // 'HR', 'QA': two letters say something where they stand in capitals.
    const isShortName = /^\p{Lu}[\p{Lu}\p{N}]$/u.test(written);
    const key = plain(written.replace(/['’]s$/u, ''));
    const shortest = isShortName || UNSPACED.test(key) ? 2 : 3;
    if ([...key].length < shortest || /^\p{N}+$/u.test(key) || COMMON.has(key)) continue;
    yield { written, key };
  }
}

/** The words that tell what a text is about, each once, as they are compared. */
export const tellingWords = (text: string): string[] => [
  ...new Set([...tellingIn(text)].map(({ key }) => key)),
];

/** The words of `text` that are also among `asked`, as they are written there, each once. */
export function wordsThatFit(asked: readonly string[], text: string): string[] {
  const fit = new Map<string, string>();
  for (const { written, key } of tellingIn(text)) {
    const same = asked.find((one) => isSameWord(one, key));
    if (same !== undefined && !fit.has(same)) fit.set(same, written);
  }
  return [...new Set(fit.values())];
}

/** Whether two words, as they are compared, are one word with different endings. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (UNSPACED.test(one)) {
    const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
    return short.length >= 2 && long.startsWith(short) && long.length - short.length <= 2;
  }
  for (let at = commonStart(one, other); at >= 3; at--) {
    const [a, b] = [ending(one, at), ending(other, at)];
    if (at >= 4 && ENDINGS.has(a) && ENDINGS.has(b)) return true;
    // 'hire' and 'hiring', 'run' and 'running': a short beginning is sure with these endings alone.
    if (isShort(a, b) || isShort(b, a)) return true;
  }
  return false;
}

const isShort = (a: string, b: string) => /^e?$/.test(a) && /^(ing|ed|er)$/.test(b);

/** What follows the beginning; a consonant that is written twice for its sake is not of it. */
function ending(word: string, at: number): string {
  const rest = word.slice(at);
  const doubled = rest.length > 2 && rest.charAt(0) === word.charAt(at - 1);
  return doubled && /^.(ing|ings|ed|er|ers)$/.test(rest) ? rest.slice(1) : rest;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
