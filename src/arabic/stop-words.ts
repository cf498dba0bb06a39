import { normalise } from './normalise.ts';

/**
 * Words that join and ask, and say nothing of what a text is about. A query of nothing else is still
 * searched for as it stands.
 */
const written = `
  في من على إلى الى عن مع بين حول دون عند لدى منذ حتى خلال ضمن عبر نحو بعد قبل فوق تحت أمام ضد غير
  هذا هذه ذلك تلك هؤلاء أولئك هنا هناك التي الذي الذين اللذين اللذان اللواتي اللتي اللتان
  ما ماذا لماذا من هو هي هم هما هن انا نحن انت ماهو ماهي ماهى فيما مما عما لما بما كما كم كيف متى متي
  مين منو وين فين ليش ليه شنو ايش لمن ممن بمن عمن بماذا اللذي هنالك
  أين اين أي أية اي ايه هل أن إن أنه إنه أنها إنها انهم لأن لان كان كانت كانوا يكون تكون ليس ليست
  لا لم لن قد لقد سوف ثم أو او أم بل لكن إذا اذ لو إلا الا كل بعض عدة مثل ذات ذو ذي كذلك ايضا أيضا
  و ف ب ل ك ال به بها بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها عنه عنها
  وهو وهي وهم وما ومن وفي وعلى وإلى وعن ومع وأن وإن وقد ولا ولم وكان وكانت ال التى الذى فى اللي
  يوجد توجد تم يتم وذلك حيث بأن بان فقد the of a an in on and is to what who`;

const stopWords = new Set(normalise(written).trim().split(/\s+/));

/** Whether a normalised term is one of them. */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}
