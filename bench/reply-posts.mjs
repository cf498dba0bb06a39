/** Replies for the bench: honest ones and the kinds of spam that newspapers get; and who posts them. */
import { Agent, request } from 'node:http';

const words =
  'الخبر المدينة الجسر الناس رأي أن هذا المشروع سيخدم الجميع في كل مكان ونحن ننتظر منذ سنوات طويلة ولكن التنفيذ بطيء والتكلفة عالية شكراً للكاتب على التوضيح أرجو متابعة الموضوع مع البلدية لأن السكان يسألون كل يوم عن الموعد والطريق والمدرسة والمستشفى القريب من السوق'.split(
    ' ',
  );
const banned = [
  'ملعونان',
  'م ل ع و ن ا ن',
  'مـلـعـونـان',
  'والملعونان',
  'ملعو٧نان',
  'م.ل.ع.و.ن.ا.ن',
];

function sentence(n, length) {
  let state = (n + 1) * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[state % words.length];
  };
  return Array.from({ length }, next).join(' ');
}

/** An honest reply of somebody who never wrote before. */
export const honest = (n) => ({
  name: `قارئ ${n}`,
  email: `honest${n}@readers.example`,
  text: `${sentence(n, 24)} (${n})`,
});

/** Spam of many kinds by turns; some with the page's own token, some without. */
export function spam(n) {
  const common = { name: `عرض ${n}`, email: `spam${n}@spam.example` };
  switch (n % 8) {
    case 0:
      return { ...common, text: `اربح الآن https://win${n}.example/x و www.casino${n}.com` };
    case 1:
      return {
        ...common,
        text: `قروض سريعة بلا ضمان لكل الناس في كل مكان اتصل بنا الآن على الواتساب`,
      };
    case 2:
      return { ...common, text: `${banned[n % banned.length]} ${sentence(n, 6)}` };
    case 3:
      return { ...common, text: sentence(n, 12), website: 'http://spam.example' };
    case 4:
      return { ...common, text: 'ه\u0336\u0335\u0334\u0333\u0332\u0331'.repeat(40) + n };
    case 5:
      return { ...common, email: 'same@spam.example', text: `عرض خاص رقم ${n} ${sentence(n, 5)}` };
    case 6:
      return { ...common, text: `<script>alert(${n})</script><a href="javascript:x">اضغط</a>` };
    default:
      return { ...common, text: `${sentence(n, 8)} t.me/offer${n}`, token: '' };
  }
}

/** A keeper of connections that posts forms and gives back status, place and time. */
export function poster(base, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  return (path, fields) =>
    new Promise((resolve, reject) => {
      const body = new URLSearchParams(fields).toString();
      const begun = performance.now();
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      };
      const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            location: answer.headers.location ?? null,
            ms: performance.now() - begun,
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

/** The hidden fields of a story's form, as a browser would send them. */
export async function hiddenFields(base, path) {
  const html = await (await fetch(`${base}${path}`)).text();
  const [, form = ''] = /<form id="reply"(.*?)<\/form>/su.exec(html) ?? [];
  const fields = {};
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/gu)) {
    const name = /name="([^"]*)"/u.exec(tag)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/u.exec(tag)?.[1] ?? '';
  }
  return fields;
}
