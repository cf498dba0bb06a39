import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Style } from '../../api/shapes/style.ts';
import { normalise } from '../../arabic/normalise.ts';
import { type Level, levels } from '../../copydesk/house-style.ts';
import type { Rule } from '../../copydesk/rule.ts';
import { rules } from '../../copydesk/rules.ts';
import { useCopyWords } from '../editor/copydesk/words.ts';
import { EmptyState } from '../parts/screen.tsx';
import { useLanguage } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { WithStyle } from './style-screen.tsx';
import { changeStyle } from './use-style.ts';

/** Every rule of the copy desk, and how grave it is to this newsroom. */
export function StyleRules() {
  return <WithStyle>{(style) => <RuleList style={style} />}</WithStyle>;
}

const familiesInOrder = [...new Set(rules.map(({ family }) => family))];

function RuleList({ style }: { style: Style }) {
  const words = useWords();
  const copyWords = useCopyWords();
  const [query, setQuery] = useState('');
  const wanted = normalise(query.trim());
  const shown = rules.filter(({ id, message, example }) =>
    [id, message.ar, message.en, example.wrong].some((text) => normalise(text).includes(wanted)),
  );
  return (
    <>
      <p className="form__help">{words.style.levelsHelp}</p>
      <TextInput
        type="search"
        className="style-search"
        aria-label={words.style.ruleSearch}
        placeholder={words.style.ruleSearch}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {shown.length === 0 && <EmptyState text={words.style.noRule} />}
      {familiesInOrder.map((family) => {
        const some = shown.filter((rule) => rule.family === family);
        return some.length === 0 ? null : (
          <section key={family} className="part" aria-label={copyWords.families[family]}>
            <h2>{copyWords.families[family]}</h2>
            <ul className="rows">
              {some.map((rule) => (
                <RuleRow key={rule.id} rule={rule} style={style} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function RuleRow({ rule, style }: { rule: Rule; style: Style }) {
  const words = useWords();
  const language = useLanguage();
  const { wrong, right } = rule.example;
  const change = (level: Level): void => {
    const { [rule.id]: _, ...others } = style.levels;
    // Its own level need not be kept: a later version may know better.
    const to = level === rule.severity ? others : { ...others, [rule.id]: level };
    void changeStyle({ levels: to }, { levels: style.levels });
  };
  return (
    <li>
      <div className="rows__main">
        <strong>{rule.message[language]}</strong>
        <p className="style-example" dir="rtl" lang="ar">
          <span className="visually-hidden">{words.style.example}: </span>
          <bdi>{short(wrong)}</bdi>
          {right !== null && (
            <>
              <span aria-hidden> ← </span>
              <bdi>{short(right)}</bdi>
            </>
          )}
        </p>
        {rule.safe && <p className="rows__facts">{words.style.safe}</p>}
      </div>
      <NativeSelect
        aria-label={words.style.levelOf(rule.message[language])}
        data-changed={style.levels[rule.id] !== undefined || undefined}
        value={style.levels[rule.id] ?? rule.severity}
        onChange={(event) => change(event.currentTarget.value as Level)}
        data={levels.map((value) => ({ value, label: words.style.levels[value] }))}
      />
    </li>
  );
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
