import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import type { Settings } from '../../api/shapes/session.ts';
import { formatDate, formatTime } from '../../arabic/format-date.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { Problem } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import '../parts/form.css';

/** The house's own screen, in parts. */
export function SettingsScreen() {
  const words = useWords();
  const { parts } = words.settings;
  return (
    <Screen title={words.settings.title} help={words.settings.help}>
      <nav className="tabs-row" aria-label={words.settings.title}>
        <Link
          to="/settings"
          activeOptions={{ exact: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {parts.paper}
        </Link>
        <Link to="/settings/replies" activeProps={{ 'aria-current': 'page' }}>
          {parts.replies}
        </Link>
        <Link to="/settings/redirects" activeProps={{ 'aria-current': 'page' }}>
          {parts.redirects}
        </Link>
        <Link to="/settings/programs" activeProps={{ 'aria-current': 'page' }}>
          {parts.programs}
        </Link>
      </nav>
      <Outlet />
    </Screen>
  );
}

const zones = Intl.supportedValuesOf('timeZone');

/** Who the paper is, and how it writes. */
export function PaperSettings() {
  const words = useWords();
  const { settings } = useSession();
  const [style, setStyle] = useState<Pick<Settings, 'timeZone' | 'months' | 'digits'>>(settings);
  const texts = words.settings;
  const form = useForm(async ({ hijriAdjust, ...fields }) => {
    await request('PATCH', '/settings', {
      ...fields,
      hijri: fields.hijri === 'on',
      hijriAdjust: Number(hijriAdjust),
    });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    say(texts.saved);
  });
  const line = (name: 'name' | 'motto' | 'about', most: number) => (
    <TextInput
      name={name}
      label={texts[name]}
      defaultValue={settings[name]}
      maxLength={most}
      error={form.fieldProblem(name)}
      {...(name === 'name' ? { required: true, withAsterisk: false } : {})}
    />
  );
  return (
    <form className="form" onSubmit={form.onSubmit}>
      {line('name', 80)}
      {line('motto', 200)}
      {line('about', 300)}
      <div className="form__pair">
        <NativeSelect
          name="timeZone"
          dir="ltr"
          label={texts.timeZone}
          description={texts.timeZoneHelp}
          value={style.timeZone}
          onChange={(event) => setStyle({ ...style, timeZone: event.currentTarget.value })}
          data={zones.includes(style.timeZone) ? zones : [style.timeZone, ...zones]}
          error={form.fieldProblem('timeZone')}
        />
        <NativeSelect
          name="months"
          label={texts.months}
          description={`${texts.example}: ${formatDate(Date.now(), style)}، ${formatTime(Date.now(), style)}`}
          value={style.months}
          onChange={(event) =>
            setStyle({ ...style, months: event.currentTarget.value as Settings['months'] })
          }
          data={Object.entries(texts.monthSchemes).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          name="digits"
          label={texts.digits}
          value={style.digits}
          onChange={(event) =>
            setStyle({ ...style, digits: event.currentTarget.value as Settings['digits'] })
          }
          data={Object.entries(texts.digitSystems).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          name="hijriAdjust"
          label={texts.hijriAdjust}
          description={texts.hijriAdjustHelp}
          defaultValue={String(settings.hijriAdjust)}
          data={(['-1', '0', '1'] as const).map((value) => ({
            value,
            label: texts.adjustments[value],
          }))}
        />
      </div>
      <Checkbox name="hijri" label={texts.hijri} defaultChecked={settings.hijri} />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.common.save}
      </Button>
    </form>
  );
}
