/** What sign-in refuses, by better-auth's code, as the desk says it. */
const words: Readonly<Record<string, readonly [arabic: string, english: string]>> = {
  INVALID_EMAIL_OR_PASSWORD: [
    'البريد أو كلمة السر غير صحيحة.',
    'The address or the password is not right.',
  ],
  INVALID_PASSWORD: ['كلمة السر غير صحيحة.', 'The password is not right.'],
  PASSWORD_TOO_SHORT: [
    'كلمة السر قصيرة. اجعلها عشرة أحرف على الأقل.',
    'The password is too short: at least 10 characters.',
  ],
  PASSWORD_TOO_LONG: [
    'كلمة السر أطول من 128 حرفاً.',
    'The password is too long: at most 128 characters.',
  ],
  INVALID_CODE: [
    'الرمز غير صحيح أو انتهى وقته. اكتب الرمز الظاهر الآن في تطبيق التحقق.',
    'The code is not right, or its time is over. Type the one that your application shows now.',
  ],
  INVALID_BACKUP_CODE: [
    'رمز الاستعادة غير صحيح أو استُعمل من قبل.',
    'The recovery code is not right, or it was used before.',
  ],
  INVALID_TWO_FACTOR_COOKIE: [
    'انتهت مهلة التحقق. سجّل الدخول من جديد.',
    'The time for the second step is over. Sign in again.',
  ],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [
    'محاولات كثيرة خاطئة. سجّل الدخول من جديد.',
    'Too many wrong codes. Sign in again.',
  ],
  ACCOUNT_TEMPORARILY_LOCKED: [
    'أُوقف التحقق لهذا الحساب ربع ساعة بعد محاولات خاطئة كثيرة.',
    'After too many wrong codes this account is locked for a quarter of an hour.',
  ],
  TWO_FACTOR_NOT_ENABLED: [
    'التحقق بخطوتين غير مفعّل لهذا الحساب.',
    'The second factor is not on for this account.',
  ],
  SESSION_NOT_FRESH: ['سجّل الدخول من جديد لتغيّر هذا.', 'Sign in again to change this.'],
  EMAIL_PASSWORD_SIGN_UP_DISABLED: [
    'لا يفتح أحد حساباً بنفسه. اطلب دعوة من رئيس التحرير.',
    'Nobody signs up here. Ask the chief editor for an invitation.',
  ],
};

/**
 * Better-auth's answer with its refusals in the shape of every other one of the API. Its own
 * `code` and `message` stay beside it for its clients.
 */
export async function inHouseWords(answer: Response, english: boolean): Promise<Response> {
  if (answer.status < 400) return answer;
  const text = await answer.text();
  const told = parsed(text);
  const wait = answer.headers.get('x-retry-after');
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  if (wait !== null) headers.set('retry-after', wait);
  const error = { code: codeOf(answer.status), message: messageOf(told, answer.status, english) };
  const body = JSON.stringify({ ...told, error });
  return new Response(body, { status: answer.status, headers });
}

function codeOf(status: number): string {
  if (status === 429) return 'throttled';
  if (status === 404) return 'not_found';
  if (status === 403) return 'forbidden';
  return status >= 500 ? 'failed' : 'invalid';
}

function messageOf(told: Record<string, unknown>, status: number, english: boolean): string {
  const known = typeof told.code === 'string' ? words[told.code] : undefined;
  if (known !== undefined) return known[english ? 1 : 0];
  if (status === 429)
    return english
      ? 'Too many tries. Wait a minute, then try again.'
      : 'محاولات كثيرة في وقت قصير. انتظر دقيقة ثم حاول مجدداً.';
  if (status === 404) return english ? 'There is no such address.' : 'لا يوجد عنوان كهذا.';
  if (status === 401) return english ? 'Sign in to go on.' : 'سجّل الدخول لتتابع.';
  if (status === 403)
    return english
      ? 'This request came from another site and was refused.'
      : 'جاء هذا الطلب من موقع آخر فلم يُقبل.';
  if (status >= 500)
    return english
      ? 'Something went wrong on our side. Try again in a moment.'
      : 'حدث خطأ عندنا. حاول مجدداً بعد لحظات.';
  return english ? 'This was not accepted. Check what you typed.' : 'لم يُقبل هذا. راجع ما كتبته.';
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
