import { describe, expect, test } from 'vitest';
import { tellingWords, wordsThatFit } from '#app/mentoring/helping/rules/telling-words.ts';

/** The words of “ask me about…” that fit an ask. */
const fit = (ask: string, about: string) => wordsThatFit(tellingWords(ask), about);

describe('words as people write them', () => {
  test.each<[string, string, string, string[]]>([
    ['case', 'How do I handle ON-CALL?', 'On-call rotas', ['call']],
    ['a plural', 'Handing over the rota', 'Rotas, and letting go', ['Rotas']],
    ['a plural in -ies', 'A story that lands', 'Telling stories', ['stories']],
    ['a plural in -es', 'My boss wants it all', 'Difficult bosses', ['bosses']],
    ['a genitive', 'My manager’s goals', 'Being a manager', ['manager']],
    ['an ending', 'I must delegate more', 'Delegation, the hard way', ['Delegation']],
    ['two endings', 'Delegating to seniors', 'How delegation fails', ['delegation']],
    ['a short word', 'We hire badly', 'Hiring across zones', ['Hiring']],
    ['a consonant written twice', 'How to plan a quarter', 'Planning', ['Planning']],
    ['accents', 'Uma decisao dificil', 'Decisões difíceis', ['Decisões', 'difíceis']],
    ['accents left out', 'Quarterly resumés', 'Reading resumes', ['resumes']],
    ['two letters in capitals', 'Talking to HR early', 'What HR is for', ['HR']],
    ['German', 'Ein Konflikt im Vorstand', 'Konflikte lösen', ['Konflikte']],
    ['Spanish', 'Equipos remotos en crisis', 'Un equipo remoto', ['equipo', 'remoto']],
    ['Polish', 'Nowy zespół w Łodzi', 'Zespoły rozproszone', ['Zespoły']],
    ['Russian', 'Как собрать команду', 'Команды с нуля', ['Команды']],
    ['Greek', 'Η ΟΜΆΔΑ μου', 'Μια ομάδα που μαθαίνει', ['ομάδα']],
    ['Arabic', 'كيف أقود الفريق الجديد', 'بناء فريق', ['فريق']],
    ['Arabic with its points', 'قِيَادَة', 'قيادة', ['قيادة']],
    ['Hebrew', 'איך לתת משוב', 'משוב קשה', ['משוב']],
    ['Chinese', '如何给团队反馈', '团队 建设', ['团队']],
    ['Japanese', 'チームの採用について', '採用とチーム', ['採用', 'チーム']],
    ['Korean', '리더십을 배우고 싶어요', '리더십', ['리더십']],
    ['Hindi', 'टीम में विश्वास', 'विश्वास बनाना', ['विश्वास']],
    ['Thai', 'การบริหารทีม', 'บริหาร', ['บริหาร']],
  ])('%s', (_, ask, about, words) => {
    expect(fit(ask, about)).toEqual(words);
  });

  test.each([
    ['that something was written', 'I wrote a rule', 'A book that I wrote'],
    ['what stands in any ask', 'How do I get help with my work this week?', 'Getting help at work'],
    ['other words that begin alike', 'A contract of interest', 'Contrast, internal'],
    ['companies and comparing', 'Our company', 'Compare'],
    ['cars and care', 'Fast cars', 'Care'],
    ['other vowel signs', 'किताब', 'कताब'],
    ['two letters that are a word', 'Was it in or on?', 'it in on'],
    ['numbers', '2026', '2026'],
    ['nothing', '', 'Rotas'],
    ['what has no words', '…!? 🙂', '🙂'],
    ['common words of other languages', 'para los que como', 'como para los'],
  ])('not %s', (_, ask, about) => {
    expect(fit(ask, about)).toEqual([]);
  });

  test('each word once, as it is written first', () => {
    expect(fit('rota rotas Rota', 'Rotas and a rota')).toEqual(['Rotas']);
  });
});
