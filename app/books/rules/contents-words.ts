/** What books call their parts, in the languages whose tables of contents are read. */

const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ones = 'one|two|three|four|five|six|seven|eight|nine';

/** Numbers as books write them out. The longer ones first: 'twenty-one' begins with 'twenty'. */
export const NUMBER_WORDS = [
  `(?:${tens})[ -](?:${ones})`,
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
  tens,
  ones,
  'eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn',
  'premi(?:er|ère)|un|deux|trois|quatre|cinq|sept|huit|neuf|dix',
  'primer[oa]|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez',
].join('|');

export const CHAPTER_WORDS =
  'chapter|chap\\.?|ch\\.?|kapitel|kap\\.|chapitre|cap[íi]tulo|cap\\.|capitolo|hoofdstuk|глава';
export const PART_WORDS = 'part|teil|partie|parte|deel|часть';
/** Like parts, but words that begin a title as well: 'Book a trip'. */
export const VOLUME_WORDS = 'book|volume|buch|band|livre|libro|книга|том';
export const APPENDIX_WORDS = 'appendix|anhang|annexe|ap[ée]ndice|apêndice|bijlage|приложение';

/** 'Première partie', 'Dritter Teil', 'Segunda parte', 'Вторая часть'. */
export const ORDINALS = [
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
  '(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)er',
  'premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me',
  'primera|segunda|tercera|cuarta|quinta|sexta|primeira|terceira|prima|terza|quarta',
  'первая|вторая|третья|четв[её]ртая|пятая|шестая',
].join('|');

/** What stands before the first chapter. */
export const FRONT = words(
  'preface|foreword|prologue|dedication|introduction|acknowledge?ments?|about this',
  'how to (?:use|read)|(?:a|an) note|praise|epigraph|list of|(?:front |half[ -])?cover|copyright',
  '(?:half[ -])?title(?: page)?$|also by|frontispiece|permissions|contents|imprint',
  'vorwort|geleitwort|einleitung|einführung|widmung|danksagung|impressum|umschlag',
  'pr[ée]face|avant-propos|prologue|remerciements|couverture|d[ée]dicace',
  'pr[óo]logo|prefacio|pref[áa]cio|introducci[óo]n|introduç[ãa]o|agradecimientos|dedicatoria|portada',
  'предисловие|введение|вступление|пролог|посвящение|благодарности|от автора',
  '前言|序言|自序|代序|序$|引言|导言|導言|致谢|致謝|封面|版权|版權|はじめに|まえがき|序文|序章|머리말|서문',
);

/** What stands behind the last. */
export const BACK = words(
  'afterword|bibliography|(?:end)?notes$|index|glossary|references|resources|further reading',
  'recommended reading|acknowledge?ments?|about the|credits|colophon|sources|back cover|copyright',
  'nachwort|literatur(?:verzeichnis)?$|(?:stichwort|personen|sach|abbildungs)verzeichnis',
  '(?:sach|personen)?register$|glossar|anmerkungen|danksagung|quellen',
  'bibliographie|postface|remerciements|glossaire|annexes?|r[ée]f[ée]rences',
  'bibliograf[íi]a|glosario|gloss[áa]rio|[íi]ndice|agradecimientos|notas$|referencias',
  'список литературы|литература$|послесловие|указатель|глоссарий|примечания|благодарности',
  '参考文献|參考文獻|参考书目|索引|后记|後記|跋$|术语表|あとがき|おわりに|用語集|찾아보기',
);

/** An appendix without a number, wherever it stands. */
export const APPENDED = words(
  'appendi(?:x|ces)|anh[äa]nge?|annexes?|ap[ée]ndices?|приложени[ея]|附录|附錄|付録|부록',
);

/** The list's own heading. */
export const HEADINGS = new RegExp(
  `^(?:${[
    '(?:table of |brief |detailed |full )?contents(?: in brief| at a glance)?|at a glance',
    'inhalt(?:sverzeichnis|sübersicht)?',
    'table des mati[èe]res|sommaire',
    '(?:[íi]ndice(?: general)?|contenidos?|sum[áa]rio|indice)',
    'содержание|оглавление',
    '目录|目錄|目次|차례|목차',
  ].join('|')})\\s*[:：]?$`,
  'iu',
);

function words(...lists: string[]): RegExp {
  return new RegExp(`^(?:${lists.join('|')})(?![\\p{L}\\p{N}](?<![\\p{Script=Han}]))`, 'iu');
}
