/**
 * What the checks look for in an ask that is written in English. Numbers, days and question marks are
 * found in other languages, too. Without imports: pure words.
 */

// Small words that are small words in no neighbouring language.
const SMALL = new Set(
  `the i my we our you your it its is are were be did does have had to of for with and or not that this
  these how what why when who which can could would should will by about them they`.split(/\s+/),
);

const PLAIN = /^[\p{ASCII}’‘“”–—…]*$/u;
const FEW_WORDS = 4;
const SHARE = 0.15;

/** Whether it is in English, as far as its small words tell; so few plain words are taken to be. */
export function isReadable(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
  if (words.length <= FEW_WORDS && PLAIN.test(text)) return true;
  const known = words.filter((word) => SMALL.has(word.replace(/[’'].*$/, '')));
  return known.length / words.length >= SHARE;
}

/** The sentences of a Markdown text, each in one line, without its signs. */
export function sentencesOf(body: string): string[] {
  return body
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[#>]+|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .split(/(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

const MATTERS = new RegExp(
  [
    String.raw`\b(?:because|so that|otherwise|or else|at stake|matters?|mattered|worr(?:y|ied|ies)|afraid`,
    String.raw`|scared|nervous|anxious|ashamed|stuck|struggl\w+|frustrat\w+|exhausted|tired|lonely|lose`,
    String.raw`|losing|lost|cost(?:s|ing)?|risk\w*|deadline|promis\w+|owe|responsib\w+|depends?|care about`,
    String.raw`|keep(?:s|ing)? me|dread|regret|hope|for me\b|to me\b|my (?:career|job|health|family)`,
    String.raw`|i(?: really)? (?:want|wish|need to|have to|must|fear|feel|cannot|can[’']t|don[’']t want))\b`,
  ].join(''),
  'i',
);
export const matters = (sentence: string) => MATTERS.test(sentence);

const ACTS = new RegExp(
  [
    '\\b(tell me|show me|ask me|challenge me|introduce (?:me|us)|walk me through|talk me through',
    '|teach me|coach me|give me|send me|help me \\w+|meet me|call me|stop me|interrupt me',
    '|read(?= (?:my|the|this|a|an|it|what|one|two|three|over|through)\\b)|look at|listen to|review',
    '|comment on|sit (?:in|with)|practi[sc]e|rehearse|role-?play|compare|check|talk (?:with|to) me',
    '|meet|share|say what|say where|poke holes|play the|listen|could we talk|can we talk)\\b',
  ].join(''),
  'gi',
);
/** What somebody does who answers a question. */
const ANSWERED = new RegExp(
  [
    '\\b(have you (?:ever )?\\w+|how (?:did|do|would) you|what (?:did|do|would) you',
    '|how (?:do|can|should|would) (?:i|we)|where (?:does|do|did|would) \\w+',
    '|what (?:am i|should i|can i|should we)|who (?:has|here has|of you has) \\w+)\\b',
  ].join(''),
  'i',
);

/** What somebody could do, in the ask's own words: “read”, then “tell me”. Null when it says none. */
export function doable(text: string): string | null {
  const acts = [...text.matchAll(ACTS)].map(([act]) => act.toLowerCase());
  const [first, second] = [...new Set(acts)];
  if (first) return second ? `“${first}”, then “${second}”` : `“${first}”`;
  const question = ANSWERED.exec(text)?.[0];
  return question ? `Answer “${question.toLowerCase()} …”` : null;
}

const NUMBER = String.raw`(?:\p{N}+|an?|one|two|three|five|ten|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|half an?|a quarter of an|a few|a couple of)`;
const TIME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NUMBER}[\s-]*(?:min(?:ute)?s?|minuten?|minutos?|hours?|hrs?|h|stunden?|heures?|horas?|calls?|coffees?|conversations?|pages?|seiten?|páginas?|paragraphs?|messages?|slides?|examples?|questions?|meetings?)(?![\p{L}])|\p{N}+\s*(?:分|小时|小時|時間|דקות|دقيقة)|\b(?:a|one) (?:short|quick) \w+|\b(?:over|for) (?:a )?(?:coffee|lunch)\b`,
  'iu',
);
export const timeIn = (text: string) => TIME.exec(text)?.[0].trim() ?? null;

const MUCH =
  /\b(?:every (?:day|week|month)|each week|weekly|(?:all|a|the whole|a full) (?:day|weekend|month|year)|(?:\d+|two|three|four|five|six) (?:full )?(?:days|weeks|months)(?: of your time)?(?! ago)(?=[^.?!\n]*\b(?:you|with me|mentor|help)\b)|mentor me|be my (?:mentor|coach)|for (?:the next|a|one|\d+) (?:year|months))\b/i;
/** What asks for more than somebody has in a week; null where it does not. */
export const tooMuch = (text: string) => MUCH.exec(text)?.[0] ?? null;

const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight';
const MONTHS =
  '(?:january|february|march|april|june|july|august|september|october|november|december|(?:in|by|until|before) may)';
const SOON = new RegExp(
  [
    String.raw`\b(?:(?:by|before|until|on|this|next) )?(?:${DAYS})\b(?: \d{1,2}(?: ${MONTHS})?)?`,
    String.raw`|\b(?:by|before|until|within|in the next) (?:the )?(?:end of )?[\w ]{0,20}?(?:week|month|days?|quarter|year|hours?)\b`,
    String.raw`|\b(?:this|next) (?:week|month|quarter)\b|\b\d{1,2}(?:st|nd|rd|th)? ${MONTHS}\b`,
    String.raw`|\b${MONTHS} \d{1,2}\b|(?<!\p{N})\d{4}-\d{2}-\d{2}(?!\p{N})|(?<!\p{N})\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?(?!\p{N})`,
    String.raw`|\p{N}{1,2}\s*月\s*\p{N}{1,2}\s*[日号]`,
  ].join(''),
  'iu',
);
/** The day it names; null where it names none. */
export const soon = (text: string) => SOON.exec(text)?.[0].trim() ?? null;
