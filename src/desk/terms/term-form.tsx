import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Term, TermKind } from '../../api/shapes/taxonomy.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';

/** Adds a term, or changes one. */
export function TermForm(props: { kind: TermKind; term: Term | null; onClose: () => void }) {
  const { kind, term, onClose } = props;
  const words = useWords();
  const form = useForm(async ({ name, slug, description, role, comments }) => {
    const body = {
      name,
      ...(slug ? { slug } : {}),
      description: description || null,
      ...(kind === 'people' ? { role: role || null } : {}),
      ...(kind === 'sections' ? { comments } : {}),
    };
    if (term === null) await request('POST', `/${kind}`, body);
    else await request('PATCH', `/${kind}/${term.id}`, body);
    await queryClient.invalidateQueries({ queryKey: ['terms'] });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    say(words.common.saved);
    onClose();
  });
  return (
    <SheetForm
      title={term?.name ?? words.terms.addNew[kind]}
      form={form}
      submit={words.common.save}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label={words.common.name}
        defaultValue={term?.name ?? ''}
        maxLength={120}
        required
        withAsterisk={false}
        data-autofocus
        error={form.fieldProblem('name')}
      />
      {kind === 'people' && (
        <TextInput
          name="role"
          label={words.terms.role}
          defaultValue={term?.role ?? ''}
          maxLength={120}
          error={form.fieldProblem('role')}
        />
      )}
      <Textarea
        name="description"
        label={words.terms.description}
        description={words.terms.descriptionHelp}
        defaultValue={term?.description ?? ''}
        maxLength={1000}
        error={form.fieldProblem('description')}
      />
      {kind === 'sections' && (
        <NativeSelect
          name="comments"
          label={words.replySettings.sectionPolicy}
          defaultValue={term?.comments ?? 'open'}
          data={Object.entries(words.replySettings.policyShort).map(([value, label]) => ({
            value,
            label,
          }))}
        />
      )}
      <TextInput
        name="slug"
        label={words.terms.slug}
        description={words.terms.slugHelp}
        defaultValue={term?.slug ?? ''}
        maxLength={120}
        error={form.fieldProblem('slug')}
      />
    </SheetForm>
  );
}
