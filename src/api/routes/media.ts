import { z } from 'zod';
import { invalid } from '../../newsroom/errors.ts';
import {
  changePicture,
  listPictures,
  readPicture,
  usesOfPicture,
} from '../../newsroom/media/archive.ts';
import { addPicture } from '../../newsroom/media/pictures.ts';
import { authorise } from '../../newsroom/users/roles.ts';
import { type Api, endpoint } from '../endpoint.ts';
import {
  pictureChange,
  pictureListQuery,
  pictureListShape,
  pictureShape,
  pictureViewShape,
} from '../shapes/media.ts';

const largest = 50 * 1024 * 1024;

/** The archive of pictures. */
export function addMediaRoutes(api: Api): void {
  const { newsroom, pictures } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'get',
      path: '/media',
      summary: 'Pictures, newest first',
      query: pictureListQuery,
      answer: pictureListShape,
    },
    ({ query }) =>
      listPictures(read, {
        limit: query.limit,
        unused: query.unused === '1' || query.unused === 'true',
        ...(query.q === undefined ? {} : { q: query.q }),
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/media',
      summary: 'Take in a picture: the raw bytes are the body',
      query: z.object({
        name: z.string().max(300).optional(),
        alt: z.string().max(1000).optional(),
      }),
      raw: true,
      answer: pictureShape,
      status: 201,
    },
    async ({ c, query, caller }) => {
      authorise(caller, 'media.add');
      if (Number(c.req.header('content-length') ?? 0) > largest) throw tooLarge();
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length > largest) throw tooLarge();
      // Until somebody describes it, its file's name says what it is.
      const alt = query.alt?.trim() || query.name?.replace(/\.\w{2,5}$/u, '').trim() || 'صورة';
      const { id } = await addPicture(newsroom, pictures, caller, { bytes, alt });
      return readPicture(read, id);
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/media/:id',
      summary: 'One picture, and where it is used',
      answer: pictureViewShape,
    },
    async ({ id, caller }) => ({
      ...(await readPicture(read, id())),
      usedIn: await usesOfPicture(read, caller, id()),
    }),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/media/:id',
      summary: 'Change what is known of a picture',
      body: pictureChange,
      answer: pictureShape,
    },
    ({ id, body, caller }) => changePicture(newsroom, caller, id(), body),
  );
}

const tooLarge = () =>
  invalid('الصورة أكبر من 50 ميغابايت. صغّرها ثم ارفعها.', 'The picture is over 50 MB.');
