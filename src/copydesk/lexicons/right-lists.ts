import type { RightList } from '../right-words.ts';
import { verbsAndMasdars, type WordClass } from '../word-stems.ts';
import * as final from './final-letters.ts';
import * as names from './hamza-names.ts';
import * as nouns from './hamza-nouns.ts';
import * as verbs from './hamza-verbs.ts';
import * as medial from './medial-hamza.ts';
import * as plain from './plain-words.ts';
import * as ta from './teh-marbuta.ts';
import * as waslNouns from './wasl-nouns.ts';
import * as wasl from './wasl-verbs.ts';

const formFour = verbsAndMasdars(verbs.formFour);
const imperatives = verbsAndMasdars(verbs.likeImperatives);
const others = verbsAndMasdars(wasl.formsSevenToTen);

const list = (kind: WordClass, words: string, offer?: RightList['offer']): RightList => ({
  ...{ class: kind, words, offer },
});

/** All right words; of two with the same letters the one listed first is suggested first. */
export const rightLists: readonly RightList[] = [
  list('verb', nouns.verbsBeforeLam, 'sure'),
  list('noun', nouns.hamzaBeforeLam, 'sure'),
  list('fixed', nouns.unsureFixed, 'unsure'),
  list('stem', nouns.unsureNouns, 'unsure'),
  list('noun', nouns.likelyNouns),
  list('noun', nouns.hamzaNouns),
  list('stem', nouns.hamzaStems),
  list('noun', formFour.masdars),
  list('noun', imperatives.masdars),
  list('verb', formFour.verbs),
  list('verb', imperatives.verbs, 'unsure'),
  list('fixed', verbs.firstPerson),
  list('verb', verbs.rareVerbs, 'rare'),
  list('noun', nouns.rareNouns, 'rare'),
  list('adjective', nouns.rareAdjectives, 'rare'),
  list('fixed', nouns.hamzaParticles),
  list('noun', medial.medialNouns),
  list('adjective', medial.medialAdjectives),
  list('present', medial.medialPresent),
  list('verb', medial.medialPast),
  list('fixed', medial.medialFixed),
  list('noun', medial.medialRare, 'rare'),
  list('verb', medial.medialRare, 'rare'),
  list('name', names.hamzaPlaces),
  list('name', names.hamzaPersons, 'bare'),
  list('name', names.namesInTa),
  list('verb', others.verbs),
  list('noun', others.masdars),
  list('fixed', wasl.waslForms),
  list('noun', waslNouns.waslNouns),
  list('fixed', waslNouns.waslParticles),
  list('noun', ta.sureTehMarbuta),
  list('noun', ta.moreTehMarbuta),
  list('noun', ta.adjectives),
  list('noun', ta.otherAdjectives),
  list('noun', final.alefMaqsura),
  list('noun', final.alefMaqsuraRare, 'rare'),
  list('fixed', final.fixedMaqsura),
  list('fixed', final.fixedMaqsuraRare, 'rare'),
  list('fixed', final.fixedYa),
  list('stem', final.yaNouns),
  list('noun', final.yaAdjectives),
  list('name', final.ownHeh),
  list('name', final.ownHehRare, 'rare'),
  list('adjective', plain.plainAdjectives, 'rare'),
  list('noun', plain.plainNouns, 'rare'),
  list('stem', plain.plainDuals, 'rare'),
  list('verb', plain.plainVerbs, 'rare'),
  list('fixed', plain.plainParticles, 'rare'),
];
