import { EditorContent } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { StoryContent, StoryView } from '../../api/shapes/stories.ts';
import { readingMinutes } from '../../arabic/tokens.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSignedOut } from '../data/signed-out.ts';
import { say } from '../parts/toast.tsx';
import { useCount } from '../words/counts.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { usePresence } from './bar/presence.tsx';
import { StoryBar } from './bar/story-bar.tsx';
import { useActions } from './bar/use-actions.ts';
import { ConflictScreen } from './compare/conflict-screen.tsx';
import { CheckContext, useFoundCount } from './copydesk/check-context.tsx';
import { FindingPopover } from './copydesk/finding-popover.tsx';
import { FindingsPanel } from './copydesk/findings-panel.tsx';
import { useCheckKeys } from './copydesk/use-check-keys.ts';
import { useCopyDesk } from './copydesk/use-copy-desk.ts';
import { FindBar } from './find/find-bar.tsx';
import { Help } from './help.tsx';
import { PageHead } from './page/page-head.tsx';
import { EmbedQuestion, LinkQuestion } from './page/questions.tsx';
import { SelectionMenu } from './page/selection-menu.tsx';
import { SlashMenu } from './page/slash-menu.tsx';
import { Toolbar } from './page/toolbar.tsx';
import { adoptText, useBodyEditor } from './page/use-body-editor.ts';
import { AnnouncedDates, addDate } from './panel/dates.tsx';
import { Details } from './panel/details.tsx';
import { Log } from './panel/log.tsx';
import { Panel, type Tab } from './panel/panel.tsx';
import { addSource, Sources } from './panel/sources.tsx';
import { Versions } from './panel/versions.tsx';
import { PicturePicker } from './pictures/picture-picker.tsx';
import { Preview } from './preview.tsx';
import type { LocalCopy } from './saving/local-copy.ts';
import { isDirty } from './saving/save-state.ts';
import { startingText } from './saving/starting-text.ts';
import { StoryWork } from './saving/story-work.ts';
import { useEditorWords } from './use-editor-words.ts';
import { useStoryKeys } from './use-story-keys.ts';
import { useDetails, useSaveState } from './use-story-work.ts';
import { useWordCount } from './use-word-count.ts';
import './parts/controls.css';
import './page/sheet.css';

/** What stands over the screen. */
type Over = 'link' | 'embed' | 'picture' | 'help' | 'preview' | 'readers' | 'conflict' | null;

/** The desk of one story: the bar, the sheet, the panel. */
export function StoryDesk(props: { view: StoryView; local: LocalCopy | null; userId: string }) {
  const { view, local, userId } = props;
  const { story } = view;
  const words = useEditorWords();
  const desk = useWords();
  const dates = useDates();
  const count = useCount();
  const [start] = useState(() => startingText(view, local));
  const [work] = useState(() => new StoryWork(story.id, userId, start, story.updatedAt));
  const state = useSaveState(work);
  const details = useDetails(work);
  const isReadOnly = !view.mayEdit;
  const pressed = useRef<(id: string) => void>(() => undefined);
  const { editor, keys } = useBodyEditor(work, isReadOnly, (id) => pressed.current(id));
  const copyDesk = useCopyDesk(work, editor, story);
  const { check } = copyDesk;
  pressed.current = (id) => check.look(id);
  const foundCount = useFoundCount(check);
  const [over, setOver] = useState<Over>(start.kind === 'overtaken' ? 'conflict' : null);
  const [isFinding, setFinding] = useState(false);
  const [tab, setTab] = useState<Tab>('details');
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [isRestored, setRestored] = useState(start.kind === 'restored');
  const headline = useRef<HTMLTextAreaElement>(null);
  const actions = useActions(work);
  const people = usePresence(story.id, editor);
  const wordCount = useWordCount(editor);
  const isSignedOut = useSignedOut();

  useEffect(() => work.open(), [work]);
  useEffect(() => work.signedOut(isSignedOut), [work, isSignedOut]);
  useEffect(() => {
    if (editor.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useEffect(() => {
    document.title = `${details.headline || desk.story.untitled} · ${desk.desk}`;
  }, [details.headline, desk]);

  // Somebody saved, here or elsewhere: an untouched text follows, a touched one waits for a choice.
  const isSending = state.sending !== null;
  useEffect(() => {
    const now = work.state();
    if (isSending || story.version <= now.version || now.trouble?.kind === 'conflict') return;
    if (isDirty(now)) work.overtaken();
    else {
      adoptText(work, editor, { content: story.content, version: story.version, isUnsaved: false });
      say(words.loadedNewer);
    }
  }, [work, editor, story.version, story.content, isSending, words]);
  // A save that came too late opens both texts.
  const trouble = state.trouble?.kind;
  useEffect(() => {
    if (trouble === 'conflict') {
      setOver('conflict');
      void queryClient.invalidateQueries({ queryKey: ['story', story.id], exact: true });
    }
  }, [trouble, story.id]);

  const put = (content: StoryContent, version: number, isUnsaved: boolean): void =>
    adoptText(work, editor, { content, version, isUnsaved });
  const show = (next: Tab, key: string | null = null): void => {
    setTab(next);
    setOpened(key);
    setPanelOpen(true);
  };
  const close = (): void => setOver(null);
  useStoryKeys({
    onSave: () => {
      if (!isReadOnly) void actions.save();
    },
    onFind: () => setFinding(true),
    onLink: () => setOver('link'),
    onPreview: () => setOver('preview'),
  });
  useCheckKeys(copyDesk, { isReadOnly, onPanel: () => show('check') });
  const discard = (): void => {
    put(story.content, story.version, false);
    setRestored(false);
    void request('DELETE', `/stories/${story.id}/autosave`).catch(() => undefined);
  };
  const length =
    wordCount === 0
      ? ''
      : `${count(wordCount, words.words)} · ${words.reading(count(readingMinutes(wordCount), words.minutes))}`;
  return (
    <CheckContext value={check}>
      <div className="story-editor">
        <StoryBar
          {...{ view, work, check, people, actions, isReadOnly }}
          onPreview={() => setOver('preview')}
          onCompare={() => setOver('conflict')}
          onHelp={() => setOver('help')}
          onPanel={() => setPanelOpen(true)}
        />
        <div className="story-editor__cols">
          <div className="story-editor__desk">
            {isRestored && (
              <p className="story-editor__notice" role="status">
                {words.restored(dates.near(start.at ?? Date.now()))}
                <button type="button" className="text-button" onClick={discard}>
                  {words.discardRestored}
                </button>
              </p>
            )}
            {story.note !== null && story.state === 'returned' && (
              <p className="story-editor__notice" data-care dir="auto">
                {story.note}
              </p>
            )}
            {!isReadOnly && (
              <Toolbar
                editor={editor}
                length={length}
                onLink={() => setOver('link')}
                onFind={() => setFinding(!isFinding)}
                onAsk={setOver}
              />
            )}
            {isFinding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
            <section className="sheet" aria-label={words.page.label} dir="rtl" lang="ar">
              <PageHead
                {...{ work, isReadOnly, headline }}
                isNew={location.hash === '#new' && !isReadOnly}
                toBody={() => editor.commands.focus('start')}
              />
              <div className="sheet__text">
                <EditorContent editor={editor} />
                <SelectionMenu
                  editor={editor}
                  onLink={() => setOver('link')}
                  onSource={() => show('sources', addSource(work, editor))}
                  onDate={() => show('dates', addDate(work, editor))}
                />
              </div>
              <p className="sheet__length">{length}</p>
              <FindingPopover desk={copyDesk} isReadOnly={isReadOnly} />
            </section>
            <SlashMenu editor={editor} keys={keys} onAsk={setOver} />
          </div>
          <Panel
            tab={tab}
            onTab={setTab}
            counts={{
              check: foundCount,
              sources: details.sources.length,
              dates: details.events.length,
            }}
            isOpen={isPanelOpen}
            onClose={() => setPanelOpen(false)}
          >
            {tab === 'check' && <FindingsPanel desk={copyDesk} isReadOnly={isReadOnly} />}
            {tab === 'details' && <Details {...{ view, work, isReadOnly }} />}
            {tab === 'sources' && (
              <Sources {...{ work, editor, isReadOnly }} open={opened} onOpen={setOpened} />
            )}
            {tab === 'dates' && (
              <AnnouncedDates {...{ work, editor, isReadOnly }} open={opened} onOpen={setOpened} />
            )}
            {tab === 'versions' && (
              <Versions
                {...{ view, work, isReadOnly }}
                onRestore={(content) => put(content, work.state().version, true)}
                onReaders={() => setOver('readers')}
              />
            )}
            {tab === 'log' && <Log id={story.id} />}
          </Panel>
        </div>
        <p className="visually-hidden" role="status">
          {copyDesk.said}
        </p>
        {over === 'link' && <LinkQuestion editor={editor} onClose={close} />}
        {over === 'embed' && <EmbedQuestion editor={editor} onClose={close} />}
        {over === 'help' && <Help onClose={close} />}
        {over === 'picture' && (
          <PicturePicker
            onClose={close}
            onChoose={({ id }) => {
              close();
              editor
                .chain()
                .focus()
                .insertContent({ type: 'image', attrs: { mediaId: id } })
                .run();
            }}
          />
        )}
        {over === 'preview' && (
          <Preview
            id={story.id}
            title={words.preview.title}
            content={() => work.content()}
            onClose={close}
          />
        )}
        {over === 'readers' && view.published !== null && (
          <Preview
            id={story.id}
            title={words.versions.asReaders}
            content={() => view.published?.content ?? work.content()}
            onClose={close}
          />
        )}
        {over === 'conflict' && trouble === 'conflict' && story.version > state.version && (
          <ConflictScreen
            id={story.id}
            baseVersion={state.version}
            theirVersion={story.version}
            mine={work.content()}
            onClose={close}
            onMerged={(content, version, isUnsaved) => {
              close();
              put(content, version, isUnsaved);
              if (isUnsaved)
                void actions.save().then(() => {
                  if (!isDirty(work.state())) say(words.conflict.merged);
                });
            }}
          />
        )}
      </div>
    </CheckContext>
  );
}
