import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StyleReport } from '../../api/shapes/style.ts';
import { rules } from '../../copydesk/rules.ts';
import { unknownMessage, unknownRule } from '../../copydesk/unknown.ts';
import { request } from '../data/api.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { useDates } from '../words/dates.ts';
import { useLanguage } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';

const columns = ['caught', 'fixed', 'ignored', 'waived'] as const;

/** What the rules found in a month, what became of it, and what was let pass. */
export function Report() {
  const words = useWords();
  const [month, setMonth] = useState('');
  const report = useQuery({
    queryKey: ['style-report', month],
    queryFn: ({ signal }) =>
      request<StyleReport>(
        'GET',
        month === '' ? '/style/report' : `/style/report?month=${month}`,
        undefined,
        { signal },
      ),
    staleTime: 0,
  });
  return (
    <>
      <TextInput
        type="month"
        className="style-search"
        label={words.style.month}
        value={month === '' ? (report.data?.month ?? '') : month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      {report.isPending ? (
        <Loading />
      ) : report.data === undefined ? (
        <LoadFailed error={report.error} again={() => void report.refetch()} />
      ) : (
        <Figures report={report.data} />
      )}
    </>
  );
}

function Figures({ report }: { report: StyleReport }) {
  const words = useWords();
  const dates = useDates();
  const language = useLanguage();
  const texts = words.style;
  const nameOf = (id: string): string =>
    id === unknownRule
      ? unknownMessage[language]
      : (rules.find((rule) => rule.id === id)?.message[language] ?? id);
  return (
    <>
      <section className="part" aria-labelledby="style-report">
        <h2 id="style-report">{texts.report}</h2>
        {report.rules.length === 0 ? (
          <EmptyState text={texts.reportEmpty} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keys.
          <div className="style-report" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.rule}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {texts[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {report.rules.map((row) => (
                  <tr key={row.rule}>
                    <th scope="row">{nameOf(row.rule)}</th>
                    {columns.map((column) => (
                      <td key={column}>{dates.number(row[column])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section className="part" aria-labelledby="style-waived">
        <h2 id="style-waived">{texts.waivedTitle}</h2>
        {report.waived.length === 0 ? (
          <EmptyState text={texts.waivedEmpty} />
        ) : (
          <ul className="rows">
            {report.waived.map((one) => (
              <li key={`${one.storyId} ${one.at} ${one.rule} ${one.text}`}>
                <div className="rows__main">
                  <strong>
                    <bdi>«{one.text}»</bdi>
                  </strong>
                  <p dir="auto">{one.reason}</p>
                  <p className="rows__facts">
                    <span>{nameOf(one.rule)}</span>
                    <Link to="/stories/$id" params={{ id: String(one.storyId) }}>
                      <bdi>{one.headline}</bdi>
                    </Link>
                    <span>
                      <bdi>{one.by}</bdi> · {dates.short(one.at)}
                    </span>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
