import { type Handler, Parser } from 'htmlparser2';

/** Browsers stop nesting somewhere too; real pages stay below 60. */
const DEEPEST = 256;

/**
 * htmlparser2, with elements nested deeper than 256 left as empty siblings. Its stack is an array
 * that grows at the front, so that 100,000 open elements would take it minutes.
 */
export class ShallowParser extends Parser {
  /** Open elements, with the one whose tag is being read. */
  #depth = 0;
  #isReadingTag = false;
  #isClosing = false;

  constructor(handler: Partial<Handler>) {
    super({
      ...handler,
      onopentagname: () => {
        this.#depth += 1;
        this.#isReadingTag = true;
      },
      onclosetag: (name, isImplied) => {
        this.#depth -= 1;
        this.#isReadingTag = false;
        handler.onclosetag?.(name, isImplied);
      },
    });
  }

  /** Asked twice of each tag: before it is opened, and when it has been read. */
  protected override isVoidElement(name: string): boolean {
    const around = this.#isReadingTag ? this.#depth - 1 : this.#depth;
    this.#isReadingTag = false;
    if (super.isVoidElement(name)) return true;
    return name !== '' && !this.#isClosing && around >= DEEPEST;
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#isClosing = true;
    super.onclosetag(start, endIndex);
    this.#isClosing = false;
  }
}
