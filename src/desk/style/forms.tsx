import { NativeSelect, TextInput } from '@mantine/core';
import type { Style, StyleInput } from '../../api/shapes/style.ts';
import { families } from '../../copydesk/families.ts';
import { useWords } from '../words/use-words.ts';
import { WithStyle } from './style-screen.tsx';
import { changeStyle } from './use-style.ts';

/** Which form is ours where several are right. */
export function StyleForms() {
  return <WithStyle>{(style) => <Forms style={style} />}</WithStyle>;
}

const quotes = ['«»', '“”'] as const;
const separators = ['..', '…', ':', '|'] as const;
const percents = ['%', 'في المئة', 'بالمئة'] as const;
const hundreds = ['مئة', 'مائة'] as const;
const kinds = ['word', 'place', 'name'] as const;

function Forms({ style }: { style: Style }) {
  const words = useWords();
  const texts = words.style;
  /** A list in which «the writer chooses» stands first. */
  const choice = <K extends keyof Style>(
    name: K,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
  ) => (
    <NativeSelect
      label={label}
      value={String(style[name] ?? '')}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const input = { [name]: value === '' ? null : value } as StyleInput;
        void changeStyle(input, { [name]: style[name] } as StyleInput);
      }}
      data={[
        { value: '', label: texts.choice },
        ...options.map(([value, shown]) => ({ value, label: shown })),
      ]}
    />
  );
  const same = (values: readonly string[]) => values.map((value) => [value, value] as const);
  return (
    <>
      <section className="part form" aria-labelledby="style-marks">
        <h2 id="style-marks">{texts.marks}</h2>
        <div className="form__pair">
          {choice('quotes', texts.quotes, same(quotes))}
          {choice('tanween', texts.tanween, Object.entries(texts.tanweens))}
          {choice('months', texts.months, [
            ['paper', texts.monthsAsPaper],
            ...Object.entries(words.settings.monthSchemes),
          ])}
          {choice('digits', texts.digits, Object.entries(words.settings.digitSystems))}
          {choice('headlineSeparator', texts.separator, same(separators))}
          {choice(
            'percent',
            texts.percent,
            percents.map((one) => [one, one === '%' ? texts.percentSign : one] as const),
          )}
          {choice('hundred', texts.hundred, same(hundreds))}
          <TextInput
            type="number"
            label={texts.headlineLength}
            defaultValue={style.headlineLength}
            min={20}
            max={300}
            onBlur={(event) => {
              const headlineLength = Number(event.currentTarget.value);
              if (headlineLength !== style.headlineLength)
                void changeStyle({ headlineLength }, { headlineLength: style.headlineLength });
            }}
          />
        </div>
      </section>
      <section className="part" aria-labelledby="style-families">
        <h2 id="style-families">{texts.families}</h2>
        <p>{texts.familiesHelp}</p>
        {kinds.map((kind) => (
          <details key={kind} className="style-families">
            <summary>{texts.familyKinds[kind]}</summary>
            <div className="style-families__list">
              {families
                .filter((family) => family.kind === kind)
                .map((family) => (
                  <FamilyChoice key={family.id} family={family} style={style} />
                ))}
            </div>
          </details>
        ))}
      </section>
    </>
  );
}

function FamilyChoice(props: { family: (typeof families)[number]; style: Style }) {
  const { family, style } = props;
  const words = useWords();
  return (
    <NativeSelect
      aria-label={family.forms.join('، ')}
      value={style.forms[family.id] ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const { [family.id]: _, ...others } = style.forms;
        const forms = value === '' ? others : { ...others, [family.id]: value };
        void changeStyle({ forms }, { forms: style.forms });
      }}
      data={[
        { value: '', label: `${family.forms.join(' / ')}: ${words.style.choice}` },
        ...family.forms.map((form) => ({ value: form, label: form })),
      ]}
    />
  );
}
