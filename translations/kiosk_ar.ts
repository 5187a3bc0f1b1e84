<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountReadyScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Your account is made</source>
        <translation>تم إنشاء حسابك</translation>
    </message>
    <message>
        <source>Your account is unlocked</source>
        <translation>فُتح قفل حسابك</translation>
    </message>
    <message>
        <source>Your id is %1</source>
        <translation>معرّفك هو %1</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Log in with your id and your PIN.</source>
        <translation>ادخل بمعرّفك ورقمك السري.</translation>
    </message>
    <message>
        <source>From now on log in with your id and your PIN.</source>
        <translation>من الآن ادخل بمعرّفك ورقمك السري.</translation>
    </message>
</context>
<context>
    <name>ActAtDoor</name>
    <message>
        <source>The door is shut</source>
        <translation>الباب مغلق</translation>
    </message>
</context>
<context>
    <name>AimWords</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>تخزين</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إرجاع</translation>
    </message>
    <message>
        <source>Keep longer</source>
        <translation>تمديد المدة</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>رد الطرد</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
</context>
<context>
    <name>AllowingScreen</name>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
</context>
<context>
    <name>AskCourierPinScreen</name>
    <message>
        <source>PIN locked for %1 min</source>
        <translation>الرقم السري مقفل %1 دقيقة</translation>
    </message>
    <message>
        <source>PIN locked</source>
        <translation>الرقم السري مقفل</translation>
    </message>
    <message>
        <source>This is not your PIN</source>
        <translation>ليس هذا رقمك السري</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
    <message>
        <source>You can still put parcels in.</source>
        <translation>ما زال بإمكانك وضع الطرود.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>With it you may take parcels out.</source>
        <translation>به يمكنك إخراج الطرود.</translation>
    </message>
    <message>
        <source>Ask your office for a new one. You can still put parcels in.</source>
        <translation>اطلب رقمًا جديدًا من مكتبك. ما زال بإمكانك وضع الطرود.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>AskDatumScreen</name>
    <message>
        <source>Last four of the phone or order number</source>
        <translation>آخر أربع خانات من رقم الهاتف أو رقم الطلب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>It shows that the parcel is yours. Letters count, and the whole number does, too.</source>
        <translation>بهذا نتأكد أن الطرد لك. الحروف تُحسب، والرقم كاملًا مقبول أيضًا.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Phone or order number</source>
        <translation>رقم الهاتف أو الطلب</translation>
    </message>
</context>
<context>
    <name>AskDoorScreen</name>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>There is no such door</source>
        <translation>لا يوجد باب كهذا</translation>
    </message>
    <message>
        <source>Which door?</source>
        <translation>أي باب؟</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>أبلغ</translation>
    </message>
</context>
<context>
    <name>AskExtendScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep it here longer?</source>
        <translation>هل يبقى هنا مدة أطول؟</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Yes, keep it</source>
        <translation>نعم، أبقوه</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>المبلغ: %1</translation>
    </message>
    <message>
        <source>It costs nothing</source>
        <translation>بلا مقابل</translation>
    </message>
    <message>
        <source>No, leave it as it is</source>
        <translation>لا، اتركوه كما هو</translation>
    </message>
</context>
<context>
    <name>AskLabelScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Did your label come out?</source>
        <translation>هل خرج ملصقك؟</translation>
    </message>
    <message>
        <source>The printer does not say so. Look into its slot.</source>
        <translation>لا تؤكد الطابعة ذلك. انظر في فتحتها.</translation>
    </message>
    <message>
        <source>Yes, I have it</source>
        <translation>نعم، هو معي</translation>
    </message>
    <message>
        <source>No, nothing whole</source>
        <translation>لا، لم يخرج كاملًا</translation>
    </message>
</context>
<context>
    <name>AskPhoneScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Who gets the parcel?</source>
        <translation>لمن هذا الطرد؟</translation>
    </message>
    <message>
        <source>Digits are missing</source>
        <translation>تنقص أرقام</translation>
    </message>
    <message>
        <source>Type the receiver&apos;s telephone number, with + and the country or as you dial it.</source>
        <translation>اكتب رقم هاتف المستلم، مع + ورمز البلد أو كما تطلبه عادة.</translation>
    </message>
    <message>
        <source>The receiver&apos;s telephone number</source>
        <translation>رقم هاتف المستلم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>AskReasonScreen</name>
    <message>
        <source>Wrong parcel</source>
        <translation>الطرد الخطأ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Why do
you stop?</source>
        <translation>لماذا
تتوقف؟</translation>
    </message>
    <message>
        <source>Door %1 is still open</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>My parcel does not fit</source>
        <translation>لا يتسع المكان</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>لا يتسع له</translation>
    </message>
    <message>
        <source>Smaller would do</source>
        <translation>مكان أصغر يكفي</translation>
    </message>
    <message>
        <source>I changed my mind</source>
        <translation>غيّرت رأيي</translation>
    </message>
    <message>
        <source>It is not empty</source>
        <translation>ليس فارغًا</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>I cannot reach it</source>
        <translation>لا أصل إليه</translation>
    </message>
</context>
<context>
    <name>AskStaffScreen</name>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Without a badge</source>
        <translation>بدون بطاقة</translation>
    </message>
</context>
<context>
    <name>AskTermsScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Do you agree to the terms?</source>
        <translation>هل توافق على الشروط؟</translation>
    </message>
    <message>
        <source>They are those of %1. Your door opens when you agree.</source>
        <translation>هذه شروط %1. يُفتح بابك عندما توافق.</translation>
    </message>
    <message>
        <source>Your door opens when you agree.</source>
        <translation>يُفتح بابك عندما توافق.</translation>
    </message>
    <message>
        <source>All of the terms as a QR code</source>
        <translation>كل الشروط كرمز QR</translation>
    </message>
    <message>
        <source>Read them on your telephone: the QR code leads there.</source>
        <translation>اقرأها على هاتفك: رمز QR يوصلك إليها.</translation>
    </message>
    <message>
        <source>Ask the operator of this locker for them.</source>
        <translation>اسأل عنها مشغّل هذه الخزانة.</translation>
    </message>
    <message>
        <source>I do not agree</source>
        <translation>لا أوافق</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>أوافق</translation>
    </message>
</context>
<context>
    <name>AskTroubleScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What is
wrong?</source>
        <translation>ما
المشكلة؟</translation>
    </message>
    <message>
        <source>Door %1 is still open</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>The door did not open</source>
        <translation>الباب لم يُفتح</translation>
    </message>
    <message>
        <source>It is not empty</source>
        <translation>المكان ليس فارغًا</translation>
    </message>
    <message>
        <source>These are not mine</source>
        <translation>هذه ليست أغراضي</translation>
    </message>
    <message>
        <source>This is not my parcel</source>
        <translation>هذا ليس طردي</translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>المكان فارغ</translation>
    </message>
    <message>
        <source>No parcel is inside</source>
        <translation>لا يوجد طرد في الداخل</translation>
    </message>
    <message>
        <source>I do not want this parcel</source>
        <translation>لا أريد هذا الطرد</translation>
    </message>
    <message>
        <source>It is dirty or damaged</source>
        <translation>المكان متسخ أو تالف</translation>
    </message>
    <message>
        <source>I cannot reach it</source>
        <translation>لا أستطيع الوصول إليه</translation>
    </message>
</context>
<context>
    <name>AskingScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
</context>
<context>
    <name>BatchDoneScreen</name>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>%1 put in</source>
        <translation>وُضع: %1</translation>
    </message>
    <message>
        <source>%1 not put in</source>
        <translation>لم يوضع: %1</translation>
    </message>
    <message>
        <source>All your scanned parcels are in</source>
        <translation>كل الطرود الممسوحة في مكانها</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
</context>
<context>
    <name>BatchScreen</name>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Scan the next parcel</source>
        <translation>امسح الطرد التالي</translation>
    </message>
    <message>
        <source>Scan the first parcel</source>
        <translation>امسح الطرد الأول</translation>
    </message>
    <message>
        <source>%1 of %2 fit</source>
        <translation>المناسب: %1 من %2</translation>
    </message>
    <message>
        <source>Doors open in walking order, from left to right.</source>
        <translation>تُفتح الأبواب بترتيب السير، من اليسار إلى اليمين.</translation>
    </message>
    <message>
        <source>Hold each label up to the camera. No door opens yet.</source>
        <translation>أمسك كل ملصق أمام الكاميرا. لن يُفتح أي باب بعد.</translation>
    </message>
    <message>
        <source>Scan each label. No door opens yet.</source>
        <translation>امسح كل ملصق. لن يُفتح أي باب بعد.</translation>
    </message>
    <message>
        <source>Remove the last</source>
        <translation>إزالة الأخير</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>First of %1</source>
        <translation>الأول من %1</translation>
    </message>
</context>
<context>
    <name>BenchScreen</name>
    <message>
        <source>Doors</source>
        <translation>الأبواب</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>What needs doing?</source>
        <translation>ما المطلوب؟</translation>
    </message>
    <message>
        <source>Logged in as %1, supervisor</source>
        <translation>مسجَّل باسم %1، مشرف</translation>
    </message>
    <message>
        <source>Logged in as %1</source>
        <translation>مسجَّل باسم %1</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>الطرود</translation>
    </message>
</context>
<context>
    <name>BenchTile</name>
    <message>
        <source>Doors</source>
        <translation>الأبواب</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>الجرد</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>تُركت مفتوحة</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>إصلاحات</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>القارئات</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>اللمس</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>سجل البرنامج</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <source>Lockdown</source>
        <translation>الإغلاق</translation>
    </message>
</context>
<context>
    <name>BookingCodesScreen</name>
    <message>
        <source>The slip is being printed.</source>
        <translation>تُطبع القصاصة الآن.</translation>
    </message>
    <message>
        <source>The slip is printed.</source>
        <translation>طُبعت القصاصة.</translation>
    </message>
    <message>
        <source>Look whether the slip came out.</source>
        <translation>انظر هل خرجت القصاصة.</translation>
    </message>
    <message>
        <source>The slip was not printed.</source>
        <translation>لم تُطبع القصاصة.</translation>
    </message>
    <message>
        <source>A message with the code is on its way to its holder.</source>
        <translation>رسالة بالرمز في الطريق إلى صاحبه.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The old codes have stopped</source>
        <translation>توقفت الرموز القديمة</translation>
    </message>
    <message>
        <source>Code to put in</source>
        <translation>رمز الإيداع</translation>
    </message>
    <message>
        <source>Code to collect</source>
        <translation>رمز الاستلام</translation>
    </message>
    <message>
        <source>Shown only once: pass it on now.</source>
        <translation>يظهر هذه المرة فقط: مرّره الآن.</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Print a code slip</source>
        <translation>اطبع الرمز</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>BookingEndScreen</name>
    <message>
        <source>How much longer?</source>
        <translation>كم تُمدَّد المدة؟</translation>
    </message>
    <message>
        <source>Now until %1</source>
        <translation>الآن حتى %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 أيام</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 أيام</translation>
    </message>
</context>
<context>
    <name>BookingPhoneScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation>لمن هو؟</translation>
    </message>
    <message>
        <source>A telephone number, or leave it empty</source>
        <translation>رقم هاتف، أو اتركه فارغًا</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>BookingSizeScreen</name>
    <message>
        <source>Which size?</source>
        <translation>أي حجم؟</translation>
    </message>
    <message>
        <source>It is kept for 7 days.</source>
        <translation>يُحفظ 7 أيام.</translation>
    </message>
    <message>
        <source>None of this locker&apos;s own compartments is free.</source>
        <translation>لا خانة خالية من خانات هذه الخزانة.</translation>
    </message>
</context>
<context>
    <name>BookingUnderWayScreen</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>BookingsScreen</name>
    <message>
        <source>Bookings</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>It is cancelled.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>It is kept longer.</source>
        <translation>مُدّدت مدته.</translation>
    </message>
    <message>
        <source>This locker&apos;s own bookings</source>
        <translation>حجوزات هذه الخزانة</translation>
    </message>
    <message>
        <source>No booking was made here.</source>
        <translation>لم يُجرَ أي حجز هنا.</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>حجز جديد</translation>
    </message>
</context>
<context>
    <name>BundleMadeScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>No file was made</source>
        <translation>لم يُعدّ أي ملف</translation>
    </message>
    <message>
        <source>The file is made</source>
        <translation>أُنشئ الملف</translation>
    </message>
    <message>
        <source>It could not be written: the log says why.</source>
        <translation>تعذّرت كتابته: السبب في سجل البرنامج.</translation>
    </message>
    <message>
        <source>On the kiosk, %1 kB:</source>
        <translation>على الكشك، %1 ك.ب:</translation>
    </message>
    <message>
        <source>A new one can be fetched from the console by</source>
        <translation>يمكن جلب ملف جديد من سطر الأوامر بـ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>BundlingScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>The file is being made</source>
        <translation>يجري إعداد الملف</translation>
    </message>
    <message>
        <source>That takes a moment.</source>
        <translation>يستغرق ذلك لحظة.</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>none is configured</source>
        <translation>لا شيء مُعَدّ</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>تبدأ</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>غير موجودة</translation>
    </message>
    <message>
        <source>no new picture</source>
        <translation>لا صورة جديدة</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>مظلمة</translation>
    </message>
    <message>
        <source>only noise</source>
        <translation>تشويش فقط</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>حديثة</translation>
    </message>
    <message>
        <source>a code made here</source>
        <translation>رمز صُنع هنا</translation>
    </message>
    <message>
        <source>a delivery code</source>
        <translation>رمز توصيل</translation>
    </message>
    <message>
        <source>a short code</source>
        <translation>رمز قصير</translation>
    </message>
    <message>
        <source>a courier&apos;s token</source>
        <translation>رمز دخول مندوب</translation>
    </message>
    <message>
        <source>of another locker</source>
        <translation>لخزانة أخرى</translation>
    </message>
    <message>
        <source>no code of ours</source>
        <translation>ليس من رموزنا</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>CannotWords</name>
    <message>
        <source>Nothing of that size is free any more.</source>
        <translation>لم يبقَ من هذا الحجم شيء خالٍ.</translation>
    </message>
    <message>
        <source>That is no telephone number.</source>
        <translation>هذا ليس رقم هاتف.</translation>
    </message>
    <message>
        <source>Its parcel is still inside. Take it out first.</source>
        <translation>الطرد ما زال في الداخل. أخرجه أولًا.</translation>
    </message>
    <message>
        <source>Its door has just been opened: wait until it is shut.</source>
        <translation>فُتح بابه للتو: انتظر حتى يُغلق.</translation>
    </message>
    <message>
        <source>Somebody is at the screen with it.</source>
        <translation>أحدهم عند الشاشة به.</translation>
    </message>
    <message>
        <source>It has no end, so it need not be kept longer.</source>
        <translation>ليست له نهاية، فلا حاجة إلى تمديده.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>انتهى.</translation>
    </message>
    <message>
        <source>It could not be recorded. Try once more.</source>
        <translation>تعذّر تسجيله. حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>CarryingLeaveClosedScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Nothing lies in there</source>
        <translation>لا شيء في الداخل</translation>
    </message>
    <message>
        <source>Leave it inside</source>
        <translation>اتركه في الداخل</translation>
    </message>
    <message>
        <source>Nothing moves.</source>
        <translation>لا يُنقل شيء.</translation>
    </message>
    <message>
        <source>Reported as missing once the door is shut.</source>
        <translation>يُبلَّغ عن فقدانه حين يُغلق الباب.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>CarryingLookInsideScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Put it back inside</source>
        <translation>أعده إلى الداخل</translation>
    </message>
    <message>
        <source>It stays where it lay before.</source>
        <translation>يبقى حيث كان.</translation>
    </message>
    <message>
        <source>Put %1 in</source>
        <translation>ضع %1</translation>
    </message>
</context>
<context>
    <name>CarryingPutParcelScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Door %1 is open</source>
        <translation>الباب %1 مفتوح</translation>
    </message>
    <message>
        <source>Its code now opens this door.</source>
        <translation>رمزه يفتح الآن هذا الباب.</translation>
    </message>
    <message>
        <source>Put %1 in</source>
        <translation>ضع %1</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>لا يتسع له</translation>
    </message>
</context>
<context>
    <name>CarryingScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Put it in
here now</source>
        <translation>ضعه
هنا الآن</translation>
    </message>
    <message>
        <source>It lies
here now</source>
        <translation>صار
هنا الآن</translation>
    </message>
    <message>
        <source>It lies where
it lay</source>
        <translation>عاد إلى
مكانه</translation>
    </message>
    <message>
        <source>Take it
out here</source>
        <translation>أخرجه
من هنا</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1، من %2 إلى %3</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
    <message>
        <source>I have it in my hands</source>
        <translation>هو في يدي</translation>
    </message>
    <message>
        <source>Another compartment</source>
        <translation>خانة أخرى</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>أعده إلى مكانه</translation>
    </message>
</context>
<context>
    <name>CarryingTakeParcelScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Door %1 is open</source>
        <translation>الباب %1 مفتوح</translation>
    </message>
    <message>
        <source>It moves to another compartment.</source>
        <translation>يُنقل إلى خانة أخرى.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>خذ %1</translation>
    </message>
    <message>
        <source>Leave it inside</source>
        <translation>اتركه في الداخل</translation>
    </message>
    <message>
        <source>Nothing lies in there</source>
        <translation>لا شيء في الداخل</translation>
    </message>
</context>
<context>
    <name>CheckingScreen</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>We look for your door</source>
        <translation>نبحث عن بابك</translation>
    </message>
    <message>
        <source>Your code is being checked</source>
        <translation>يجري التحقق من رمزك</translation>
    </message>
</context>
<context>
    <name>ChooseActScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What may the back office allow?</source>
        <translation>بماذا يسمح المكتب؟</translation>
    </message>
    <message>
        <source>You read out eight signs on the telephone and type ten digits. They are good for this one act.</source>
        <translation>تقرأ ثماني علامات في الهاتف وتكتب عشرة أرقام. هي صالحة لهذا الإجراء وحده.</translation>
    </message>
    <message>
        <source>Open one door</source>
        <translation>فتح باب واحد</translation>
    </message>
    <message>
        <source>Take a compartment back into use</source>
        <translation>إعادة خانة إلى الخدمة</translation>
    </message>
    <message>
        <source>Lift the lock-out of my account</source>
        <translation>رفع الحظر عن حسابي</translation>
    </message>
</context>
<context>
    <name>ChooseAimScreen</name>
    <message>
        <source>Send a parcel</source>
        <translation>إرسال طرد</translation>
    </message>
    <message>
        <source>Store something</source>
        <translation>تخزين غرض</translation>
    </message>
    <message>
        <source>Return a delivery</source>
        <translation>إرجاع طرد استلمته</translation>
    </message>
    <message>
        <source>Keep a parcel longer</source>
        <translation>إبقاء طرد مدة أطول</translation>
    </message>
    <message>
        <source>Send a parcel back</source>
        <translation>رد طرد إلى مرسله</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What else can we do for you?</source>
        <translation>بماذا نخدمك أيضًا؟</translation>
    </message>
    <message>
        <source>With a code you can hold it to the camera at once.</source>
        <translation>إن كان معك رمز فاعرضه على الكاميرا مباشرة.</translation>
    </message>
</context>
<context>
    <name>ChooseMarkScreen</name>
    <message>
        <source>Ready to be picked up</source>
        <translation>جاهز للاستلام</translation>
    </message>
    <message>
        <source>On its way here</source>
        <translation>في الطريق إلى هنا</translation>
    </message>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Where is the parcel?</source>
        <translation>أين الطرد؟</translation>
    </message>
    <message>
        <source>Parcel %1</source>
        <translation>الطرد %1</translation>
    </message>
</context>
<context>
    <name>ChooseMovableScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>No parcel of yours is here</source>
        <translation>لا طرد لك هنا</translation>
    </message>
    <message>
        <source>Which parcel to move?</source>
        <translation>أي طرد يُنقل؟</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>ChooseParcelScreen</name>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Which parcel?</source>
        <translation>أي طرد؟</translation>
    </message>
    <message>
        <source>Mark where it is</source>
        <translation>علّم أين وصل</translation>
    </message>
    <message>
        <source>It is not on the list</source>
        <translation>ليس في القائمة</translation>
    </message>
</context>
<context>
    <name>ChooseProblemScreen</name>
    <message>
        <source>Only mark a parcel</source>
        <translation>علّم طردًا فقط</translation>
    </message>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>ما المشكلة؟</translation>
    </message>
</context>
<context>
    <name>ChooseSeveralScreen</name>
    <message>
        <source>Service: several doors</source>
        <translation>الصيانة: عدة أبواب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Choose free doors on the map. They open one after another, each when the one before is shut.</source>
        <translation>اختر أبوابًا خالية على الخريطة. تُفتح واحدًا تلو الآخر، وكلٌّ عندما يُغلق سابقه.</translation>
    </message>
    <message>
        <source>Choose free doors</source>
        <translation>اختر أبوابًا خالية</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>لا تختر شيئًا</translation>
    </message>
    <message>
        <source>All free: %1</source>
        <translation>كل الخالية: %1</translation>
    </message>
    <message>
        <source>All %1, with a second person</source>
        <translation>الكل %1، مع شخص ثانٍ</translation>
    </message>
    <message>
        <source>All %1, by two</source>
        <translation>الكل %1، لاثنين</translation>
    </message>
    <message>
        <source>Open chosen: %1</source>
        <translation>افتح المختارة: %1</translation>
    </message>
</context>
<context>
    <name>ChooseSizeScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>How much room?</source>
        <translation>كم تحتاج من مكان؟</translation>
    </message>
    <message>
        <source>How big is your parcel?</source>
        <translation>ما حجم طردك؟</translation>
    </message>
    <message>
        <source>We look which doors are free</source>
        <translation>نبحث عن الأبواب المتاحة</translation>
    </message>
    <message>
        <source>In cm: height, then width × depth</source>
        <translation>بالسنتيمتر: الارتفاع ثم العرض × العمق</translation>
    </message>
    <message>
        <source>All are drawn to one scale. Measures are inside: the height, then width × depth.</source>
        <translation>كلها مرسومة بمقياس واحد. المقاسات من الداخل: الارتفاع ثم العرض × العمق.</translation>
    </message>
    <message>
        <source>This takes a second or two</source>
        <translation>لحظة أو لحظتان</translation>
    </message>
    <message>
        <source>Lower door please</source>
        <translation>باب منخفض</translation>
    </message>
    <message>
        <source>With charger</source>
        <translation>مع شاحن</translation>
    </message>
</context>
<context>
    <name>ChooseStoreScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>is your
store</source>
        <translation>مخزنك
هنا</translation>
    </message>
    <message>
        <source>Open, and go on storing</source>
        <translation>افتح واستمر في التخزين</translation>
    </message>
    <message>
        <source>Look in, take something, add something</source>
        <translation>انظر أو خذ شيئًا أو أضف شيئًا</translation>
    </message>
    <message>
        <source>Take everything and end</source>
        <translation>خذ كل شيء وأنهِ التخزين</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>المبلغ: %1</translation>
    </message>
</context>
<context>
    <name>ChooseTargetScreen</name>
    <message>
        <source>Courier: move</source>
        <translation>مندوب: نقل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>No door is free for it</source>
        <translation>لا باب خاليًا له</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>إلى أين؟</translation>
    </message>
    <message>
        <source>%1, from door %2</source>
        <translation>%1، من الباب %2</translation>
    </message>
    <message>
        <source>Another parcel</source>
        <translation>طرد آخر</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>أعده إلى مكانه</translation>
    </message>
</context>
<context>
    <name>ChoosingScreen</name>
    <message>
        <source>Why is it opened?</source>
        <translation>لماذا يُفتح؟</translation>
    </message>
    <message>
        <source>Why is it taken out?</source>
        <translation>لماذا يُخرج الطرد؟</translation>
    </message>
    <message>
        <source>Why back in use?</source>
        <translation>لماذا يعود إلى الخدمة؟</translation>
    </message>
    <message>
        <source>Why out of use?</source>
        <translation>لماذا خارج الخدمة؟</translation>
    </message>
    <message>
        <source>Which size is it from now on?</source>
        <translation>ما حجمه من الآن؟</translation>
    </message>
    <message>
        <source>What must be repaired?</source>
        <translation>ما الذي يجب إصلاحه؟</translation>
    </message>
    <message>
        <source>Service: door %1</source>
        <translation>الصيانة: الباب %1</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>A parcel lies there. Your reason is noted and told, then the door opens.</source>
        <translation>في الداخل طرد. يُسجَّل سببك ويُبلَّغ عنه، ثم يُفتح الباب.</translation>
    </message>
    <message>
        <source>Your reason is noted and told, then the door opens.</source>
        <translation>يُسجَّل سببك ويُبلَّغ عنه، ثم يُفتح الباب.</translation>
    </message>
    <message>
        <source>Nobody has looked inside. That is noted, and the contents stay as known.</source>
        <translation>لم ينظر أحد في الداخل. يُدوَّن ذلك، ويبقى المحتوى كما هو معروف.</translation>
    </message>
    <message>
        <source>No parcel goes in. What lies inside can still come out.</source>
        <translation>لا يدخله طرد. وما بداخله يمكن إخراجه كما من قبل.</translation>
    </message>
    <message>
        <source>It is %1 now.</source>
        <translation>هو الآن %1.</translation>
    </message>
    <message>
        <source>It stays in use until you take it out of use.</source>
        <translation>يبقى في الخدمة ما لم يُخرج منها.</translation>
    </message>
</context>
<context>
    <name>ChoreWords</name>
    <message>
        <source>Scan many parcels</source>
        <translation>مسح عدة طرود</translation>
    </message>
    <message>
        <source>Scan many</source>
        <translation>دفعة</translation>
    </message>
    <message>
        <source>New parcel</source>
        <translation>طرد جديد</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Collect parcels</source>
        <translation>استلام الطرود</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>استلام</translation>
    </message>
    <message>
        <source>Move a parcel</source>
        <translation>نقل طرد</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>إبلاغ عن مشكلة</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>إبلاغ</translation>
    </message>
    <message>
        <source>Enter my PIN</source>
        <translation>إدخال رقمي السري</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>رقمي</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Typed in, it asks for four more: %1</source>
        <translation>عند كتابته تُطلب أربعة أخرى: %1</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>%1 of %2 typed</source>
        <translation>كُتب ⁦%1⁩ من ⁦%2⁩</translation>
    </message>
    <message>
        <source>Signs typed: %1</source>
        <translation>عدد الخانات المكتوبة: ⁦%1⁩</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
</context>
<context>
    <name>CollectedScreen</name>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
    <message>
        <source>Nothing to collect</source>
        <translation>لا شيء للاستلام</translation>
    </message>
    <message>
        <source>%1 of %2 taken out</source>
        <translation>أُخرج %1 من %2</translation>
    </message>
    <message>
        <source>Missing and reported: door %1</source>
        <translation>مفقود وأُبلغ عنه: الباب %1</translation>
    </message>
    <message>
        <source>Left inside: door %1</source>
        <translation>بقي في الداخل: الباب %1</translation>
    </message>
    <message>
        <source>Everything is out.</source>
        <translation>أُخرج كل شيء.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
</context>
<context>
    <name>CollectingLeaveClosedScreen</name>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
    <message>
        <source>Nothing lies in there</source>
        <translation>لا شيء في الداخل</translation>
    </message>
    <message>
        <source>Put it back inside</source>
        <translation>أعده إلى الداخل</translation>
    </message>
    <message>
        <source>Nothing is taken from here.</source>
        <translation>لا يؤخذ شيء من هنا.</translation>
    </message>
    <message>
        <source>Reported as missing once the door is shut.</source>
        <translation>يُبلَّغ عن فقدانه حين يُغلق الباب.</translation>
    </message>
    <message>
        <source>It is noted that doors %1 and %2 were swapped.</source>
        <translation>سُجّل أن البابين %1 و%2 متبادلان.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>CollectingScreen</name>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>تخطَّ هذا الطرد</translation>
    </message>
    <message>
        <source>It stays and is counted as left</source>
        <translation>يبقى ويُحسب متروكًا</translation>
    </message>
</context>
<context>
    <name>CollectingTakeParcelScreen</name>
    <message>
        <source>Put it back, take nothing</source>
        <translation>أعده ولا تأخذ شيئًا</translation>
    </message>
    <message>
        <source>Put it back, note it for door %1</source>
        <translation>أعده وسجّله للباب %1</translation>
    </message>
    <message>
        <source>It is the right one, its label is wrong</source>
        <translation>هو الصحيح وملصقه خاطئ</translation>
    </message>
    <message>
        <source>It has no readable label</source>
        <translation>لا ملصق مقروء عليه</translation>
    </message>
    <message>
        <source>Nothing lies in there</source>
        <translation>لا شيء في الداخل</translation>
    </message>
    <message>
        <source>Leave it inside</source>
        <translation>اتركه في الداخل</translation>
    </message>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Door %1 is still open</source>
        <translation>الباب %1 ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
</context>
<context>
    <name>CollectingTakeParcelWords</name>
    <message>
        <source>That is it. Shut the door</source>
        <translation>هذا هو. أغلق الباب</translation>
    </message>
    <message>
        <source>This is another parcel</source>
        <translation>هذا طرد آخر</translation>
    </message>
    <message>
        <source>Take it, and shut the door</source>
        <translation>خذه وأغلق الباب</translation>
    </message>
    <message>
        <source>Put it back, and shut the door</source>
        <translation>أعده وأغلق الباب</translation>
    </message>
    <message>
        <source>Take it out, scan its label</source>
        <translation>أخرجه وامسح ملصقه</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>أخرجه</translation>
    </message>
    <message>
        <source>It should lie behind door %1.</source>
        <translation>مكانه خلف الباب %1.</translation>
    </message>
    <message>
        <source>The label is that of %1.</source>
        <translation>الملصق هو ملصق %1.</translation>
    </message>
    <message>
        <source>Its label is not that of %1.</source>
        <translation>ملصقه ليس ملصق %1.</translation>
    </message>
    <message>
        <source>It is noted that the two doors were swapped.</source>
        <translation>سُجّل أن البابين متبادلان.</translation>
    </message>
    <message>
        <source>It should say %1.</source>
        <translation>يجب أن يُقرأ عليه %1.</translation>
    </message>
    <message>
        <source>It is compared with what is known of it.</source>
        <translation>يُقارن بما هو معروف عنه.</translation>
    </message>
    <message>
        <source>It is noted that the label is wrong.</source>
        <translation>سُجّل أن الملصق خاطئ.</translation>
    </message>
    <message>
        <source>It is noted that no label could be read.</source>
        <translation>سُجّل أن الملصق غير مقروء.</translation>
    </message>
</context>
<context>
    <name>ConfirmCancelScreen</name>
    <message>
        <source>Cancel it?</source>
        <translation>إلغاؤه؟</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>نعم، ألغه</translation>
    </message>
</context>
<context>
    <name>ConfirmEmptyScreen</name>
    <message>
        <source>Do you have your parcel?</source>
        <translation>هل أخذت طردك؟</translation>
    </message>
    <message>
        <source>Is door %1 empty?</source>
        <translation>هل الباب ⁦%1⁩ فارغ؟</translation>
    </message>
    <message>
        <source>Then door %1 opens for you.</source>
        <translation>بعد ذلك يُفتح لك الباب ⁦%1⁩.</translation>
    </message>
    <message>
        <source>Then this drop-off is cancelled.</source>
        <translation>بعد ذلك يُلغى هذا الإيداع.</translation>
    </message>
    <message>
        <source>Then the parcel stays with you.</source>
        <translation>عندئذ يبقى الطرد معك.</translation>
    </message>
    <message>
        <source>Yes, I have my parcel</source>
        <translation>نعم، طردي معي</translation>
    </message>
    <message>
        <source>Yes, it is empty</source>
        <translation>نعم، إنه فارغ</translation>
    </message>
    <message>
        <source>No, my parcel is inside</source>
        <translation>لا، طردي في الداخل</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>افتحه مرة أخرى</translation>
    </message>
</context>
<context>
    <name>ConfirmPutScreen</name>
    <message>
        <source>Are your things inside?</source>
        <translation>هل أغراضك في الداخل؟</translation>
    </message>
    <message>
        <source>Is your parcel inside?</source>
        <translation>هل طردك في الداخل؟</translation>
    </message>
    <message>
        <source>The door was open for a moment only.</source>
        <translation>لم يُفتح الباب إلا لحظة.</translation>
    </message>
    <message>
        <source>The door is shut.</source>
        <translation>الباب مغلق.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>افتحه مرة أخرى</translation>
    </message>
    <message>
        <source>Yes, it is inside</source>
        <translation>نعم، في الداخل</translation>
    </message>
    <message>
        <source>No, I take it with me</source>
        <translation>لا، آخذه معي</translation>
    </message>
</context>
<context>
    <name>ConfirmRefuseScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Send this parcel back?</source>
        <translation>هل نرد هذا الطرد؟</translation>
    </message>
    <message>
        <source>Its door stays shut, your code ends, and it goes back to the sender.</source>
        <translation>يبقى بابه مغلقًا، وينتهي رمزك، ويعود الطرد إلى المرسل.</translation>
    </message>
    <message>
        <source>Yes, send it back</source>
        <translation>نعم، ردّوه</translation>
    </message>
    <message>
        <source>No, I still want it</source>
        <translation>لا، ما زلت أريده</translation>
    </message>
</context>
<context>
    <name>ConfirmRestartScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Restart the kiosk?</source>
        <translation>هل تعيد تشغيل الكشك؟</translation>
    </message>
    <message>
        <source>End the kiosk?</source>
        <translation>هل تنهي الكشك؟</translation>
    </message>
    <message>
        <source>The screen goes dark for a moment. Bookings and reports are kept.</source>
        <translation>تنطفئ الشاشة لحظة. تبقى الحجوزات والتقارير محفوظة.</translation>
    </message>
    <message>
        <source>Bookings and reports are kept.</source>
        <translation>تبقى الحجوزات والتقارير محفوظة.</translation>
    </message>
    <message>
        <source>Shut first, door: %1</source>
        <translation>أغلق أولًا الباب: %1</translation>
    </message>
    <message>
        <source>The kiosk cannot be ended from here.</source>
        <translation>لا يمكن إنهاء الكشك من هنا.</translation>
    </message>
    <message>
        <source>It does not start again by itself here: somebody must start it.</source>
        <translation>لا شيء يشغّله هنا من تلقاء نفسه: يجب أن يشغّله أحد.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>أنهِ الآن</translation>
    </message>
</context>
<context>
    <name>DeliveringPutParcelScreen</name>
    <message>
        <source>Then door %1</source>
        <translation>ثم الباب %1</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>هذا الأخير</translation>
    </message>
    <message>
        <source>Beside the parcel that lies there</source>
        <translation>بجانب الطرد الموجود</translation>
    </message>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب %1
مفتوح</translation>
    </message>
    <message>
        <source>Another
parcel</source>
        <translation>طرد
آخر</translation>
    </message>
    <message>
        <source>Only %1 goes in here</source>
        <translation>لا يوضع هنا إلا %1</translation>
    </message>
    <message>
        <source>Put the parcel in</source>
        <translation>ضع الطرد</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open</source>
        <translation>الباب %1 ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>لا يتسع له</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>استرجعه</translation>
    </message>
</context>
<context>
    <name>DeliveringScreen</name>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>Found otherwise: %1</source>
        <translation>وُجد غير المتوقع: %1</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>parcel missing</source>
        <translation>الطرد مفقود</translation>
    </message>
    <message>
        <source>parcel unknown</source>
        <translation>طرد مجهول</translation>
    </message>
    <message>
        <source>not written down</source>
        <translation>لم يُدوَّن</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>Open door again</source>
        <translation>افتح الباب مجددًا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>DoneWords</name>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لك</translation>
    </message>
    <message>
        <source>Drop-off cancelled</source>
        <translation>أُلغي الإيداع</translation>
    </message>
    <message>
        <source>Your parcel stays yours</source>
        <translation>طردك يبقى لك</translation>
    </message>
    <message>
        <source>Your door stays yours</source>
        <translation>الباب يبقى لك</translation>
    </message>
    <message>
        <source>We have told the operator</source>
        <translation>أبلغنا المشغّل</translation>
    </message>
    <message>
        <source>Door %1 stays yours</source>
        <translation>الباب ⁦%1⁩ يبقى لك</translation>
    </message>
    <message>
        <source>It goes back</source>
        <translation>سيعود إلى المرسل</translation>
    </message>
    <message>
        <source>Nothing has opened</source>
        <translation>لم يُفتح شيء</translation>
    </message>
    <message>
        <source>It stays here for you</source>
        <translation>يبقى هنا لأجلك</translation>
    </message>
    <message>
        <source>We know that you are here</source>
        <translation>عرفنا أنك هنا</translation>
    </message>
    <message>
        <source>Door %1 is shut. Enjoy your parcel.</source>
        <translation>الباب ⁦%1⁩ مغلق. نتمنى أن يسعدك طردك.</translation>
    </message>
    <message>
        <source>Door %1 is shut. See you again.</source>
        <translation>أُغلق الباب ⁦%1⁩. إلى اللقاء.</translation>
    </message>
    <message>
        <source>Your parcel is safe behind door %1</source>
        <translation>طردك في أمان خلف الباب ⁦%1⁩</translation>
    </message>
    <message>
        <source>Door %1 is shut and stays locked. We take it that your parcel is inside.</source>
        <translation>الباب ⁦%1⁩ مغلق ويبقى مقفلًا، ونعتبر أن طردك في الداخل.</translation>
    </message>
    <message>
        <source>Door %1 is shut. Nothing is stored: take your parcel with you.</source>
        <translation>الباب ⁦%1⁩ مغلق ولم يُحفظ شيء. خذ طردك معك.</translation>
    </message>
    <message>
        <source>Door %1 is shut. The operator has been told and looks into it.</source>
        <translation>أُغلق الباب ⁦%1⁩. أُبلغ المشغّل وسيتحقق من الأمر.</translation>
    </message>
    <message>
        <source>The operator sees to door %1. A code you have stays good.</source>
        <translation>سيعتني المشغّل بالباب ⁦%1⁩. وإن كان معك رمز فهو ما زال صالحًا.</translation>
    </message>
    <message>
        <source>It is shut. The same code opens it again.</source>
        <translation>أُغلق. الرمز نفسه يفتحه مرة أخرى.</translation>
    </message>
    <message>
        <source>The sender is told, and you have nothing more to do.</source>
        <translation>سيُبلَّغ المرسل، ولا شيء آخر عليك.</translation>
    </message>
    <message>
        <source>You did not agree to the terms. A code you have stays good.</source>
        <translation>لم توافق على الشروط. وإن كان معك رمز فهو ما زال صالحًا.</translation>
    </message>
    <message>
        <source>Until %2. The same code opens the door.</source>
        <translation>حتى %2. الرمز نفسه يفتح الباب.</translation>
    </message>
    <message>
        <source>Please wait a little. The same code opens the door when it is ready.</source>
        <translation>انتظر قليلًا من فضلك. الرمز نفسه يفتح الباب عندما يصبح جاهزًا.</translation>
    </message>
</context>
<context>
    <name>DoorMapScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Touch a door on the map</source>
        <translation>المس بابًا على الخريطة</translation>
    </message>
    <message>
        <source>The doors are being read</source>
        <translation>تجري قراءة الأبواب</translation>
    </message>
    <message>
        <source>Small doors are chosen by their number. Arrow keys and Enter reach every door.</source>
        <translation>تُختار الأبواب الصغيرة برقمها. مفاتيح الأسهم وEnter تصل إلى كل باب.</translation>
    </message>
    <message>
        <source>Open several doors</source>
        <translation>فتح عدة أبواب</translation>
    </message>
    <message>
        <source>Type its number</source>
        <translation>اكتب رقمه</translation>
    </message>
</context>
<context>
    <name>DoorNumberScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>There is no such door</source>
        <translation>لا يوجد باب كهذا</translation>
    </message>
    <message>
        <source>Which door?</source>
        <translation>أي باب؟</translation>
    </message>
    <message>
        <source>Type its number as it stands on it.</source>
        <translation>اكتب رقمه كما هو مكتوب عليه.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>DoorStuckScreen</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Press against the door while it tries</source>
        <translation>اضغط على الباب أثناء المحاولة</translation>
    </message>
</context>
<context>
    <name>DoorStuckWords</name>
    <message>
        <source>Your parcel is still inside and still yours.</source>
        <translation>طردك ما زال في الداخل وما زال لك.</translation>
    </message>
    <message>
        <source>Your parcel stays with you. Nothing is stored yet.</source>
        <translation>طردك يبقى معك، ولم يُحفظ شيء بعد.</translation>
    </message>
    <message>
        <source>What is inside stays safe and yours.</source>
        <translation>ما في الداخل يبقى في أمان ويبقى لك.</translation>
    </message>
    <message>
        <source>This door is stuck</source>
        <translation>هذا الباب عالق</translation>
    </message>
    <message>
        <source>The lock does not answer</source>
        <translation>القفل لا يستجيب</translation>
    </message>
    <message>
        <source>Another door is still open</source>
        <translation>باب آخر ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>This door has opened as often as it may</source>
        <translation>بلغ هذا الباب عدد مرات الفتح المسموح</translation>
    </message>
    <message>
        <source>This door is out of use</source>
        <translation>هذا الباب خارج الخدمة</translation>
    </message>
    <message>
        <source>We cannot open doors right now</source>
        <translation>لا يمكننا فتح الأبواب الآن</translation>
    </message>
    <message>
        <source>Doors open one after the other. Try once more when it is shut.</source>
        <translation>تُفتح الأبواب واحدًا بعد الآخر. حاول مرة أخرى بعد إغلاقه.</translation>
    </message>
    <message>
        <source>Call us, and we open it with you.</source>
        <translation>اتصل بنا لنفتحه معك.</translation>
    </message>
    <message>
        <source>The locker does not answer</source>
        <translation>الخزانة لا تستجيب</translation>
    </message>
    <message>
        <source>What is inside stays inside.</source>
        <translation>ما في الداخل يبقى في الداخل.</translation>
    </message>
    <message>
        <source>The parcel is still inside.</source>
        <translation>الطرد ما زال في الداخل.</translation>
    </message>
    <message>
        <source>The parcel stays with you. Nothing is stored yet.</source>
        <translation>يبقى الطرد معك. لم يُودَع شيء بعد.</translation>
    </message>
    <message>
        <source>We cannot open this door now</source>
        <translation>لا يمكننا فتح هذا الباب الآن</translation>
    </message>
    <message>
        <source>The locker is busy just now</source>
        <translation>الخزانة مشغولة الآن</translation>
    </message>
    <message>
        <source>If the door is open, go on and push it shut. If not, try once more.</source>
        <translation>إذا كان الباب مفتوحًا فتابع ثم ادفعه ليُغلق. وإلا فحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Wait a moment, then try once more.</source>
        <translation>انتظر لحظة ثم حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>DoorTitle</name>
    <message>
        <source>Door %1</source>
        <translation>الباب ⁦%1⁩</translation>
    </message>
</context>
<context>
    <name>EnterCodeScreen</name>
    <message>
        <source>The camera is not reading right now. Please type your code</source>
        <translation>الكاميرا لا تقرأ الآن. من فضلك اكتب رمزك</translation>
    </message>
    <message>
        <source>Scan or type your code</source>
        <translation>امسح الرمز أو اكتبه</translation>
    </message>
    <message>
        <source>Scan or type the code of your parcel</source>
        <translation>امسح رمز طردك أو اكتبه</translation>
    </message>
    <message>
        <source>Scan or type the code of your return</source>
        <translation>امسح رمز الإرجاع أو اكتبه</translation>
    </message>
    <message>
        <source>Type your code</source>
        <translation>اكتب رمزك</translation>
    </message>
    <message>
        <source>Type the code of your parcel</source>
        <translation>اكتب رمز طردك</translation>
    </message>
    <message>
        <source>Type the code of your return</source>
        <translation>اكتب رمز الإرجاع</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>تم العثور</translation>
    </message>
</context>
<context>
    <name>EntryField</name>
    <message>
        <source>Signs typed: %1</source>
        <translation>علامات مكتوبة: %1</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Type your courier&apos;s code</source>
        <translation>اكتب رمز المندوب</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>اسم دخولك</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>كلمة مرورك</translation>
    </message>
    <message>
        <source>Your id</source>
        <translation>معرّفك</translation>
    </message>
    <message>
        <source>Hold up your badge</source>
        <translation>اعرض بطاقتك</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message>
        <source>The installer&apos;s code</source>
        <translation>رمز المركِّب</translation>
    </message>
    <message>
        <source>Choose your id</source>
        <translation>اختر معرّفك</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Choose your PIN</source>
        <translation>اختر رقمك السري</translation>
    </message>
    <message>
        <source>Your new PIN once more</source>
        <translation>رقمك السري الجديد مرة أخرى</translation>
    </message>
    <message>
        <source>Which door?</source>
        <translation>أي باب؟</translation>
    </message>
    <message>
        <source>The office gave it to you.</source>
        <translation>أعطاك إياه المكتب.</translation>
    </message>
    <message>
        <source>The one of your company.</source>
        <translation>الخاص بشركتك.</translation>
    </message>
    <message>
        <source>It belongs to your code.</source>
        <translation>يتبع رمزك.</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>لـ %1</translation>
    </message>
    <message>
        <source>The staff number of your account here.</source>
        <translation>رقم الموظف لحسابك هنا.</translation>
    </message>
    <message>
        <source>It belongs to your badge.</source>
        <translation>يتبع بطاقتك.</translation>
    </message>
    <message>
        <source>The eight digits from the kiosk&apos;s own console.</source>
        <translation>الأرقام الثمانية من وحدة تحكم الكشك نفسه.</translation>
    </message>
    <message>
        <source>A staff number: letters, digits, dots and dashes. No name, for it stands in every record.</source>
        <translation>رقم موظف: حروف لاتينية وأرقام ونقاط وشرطات. ليس اسمًا، لأنه يظهر في كل سجل.</translation>
    </message>
    <message>
        <source>Whose account it is. It is kept encrypted.</source>
        <translation>صاحب الحساب. يُحفظ مشفّرًا.</translation>
    </message>
    <message>
        <source>With a badge a shorter PIN is enough. It then works only with the badge.</source>
        <translation>مع البطاقة يكفي رقم أقصر، ولا يُقبل إلا معها.</translation>
    </message>
    <message>
        <source>Six signs at least, letters count, too.</source>
        <translation>ست علامات على الأقل، والحروف مقبولة.</translation>
    </message>
    <message>
        <source>Eight signs at least, letters count, too.</source>
        <translation>ثماني علامات على الأقل، والحروف مقبولة.</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>للتأكد أنه الذي قصدته.</translation>
    </message>
    <message>
        <source>As its number stands on it.</source>
        <translation>كما كُتب رقمه عليه.</translation>
    </message>
    <message>
        <source>The back office asks for it.</source>
        <translation>يسأل عنه المكتب.</translation>
    </message>
    <message>
        <source>A PIN has six signs at least</source>
        <translation>للرقم السري ست علامات على الأقل</translation>
    </message>
    <message>
        <source>A PIN has eight signs at least</source>
        <translation>للرقم السري ثماني علامات على الأقل</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess</source>
        <translation>هذا الرقم سهل التخمين</translation>
    </message>
    <message>
        <source>The two PINs differ. Choose once more</source>
        <translation>الرقمان مختلفان. اختر من جديد</translation>
    </message>
    <message>
        <source>An id has 2 to 32 letters, digits, dots and dashes</source>
        <translation>للمعرّف من 2 إلى 32 حرفًا أو رقمًا أو نقطة أو شرطة</translation>
    </message>
    <message>
        <source>Say whose account it is</source>
        <translation>اذكر صاحب الحساب</translation>
    </message>
    <message>
        <source>This badge cannot be used</source>
        <translation>لا يمكن استعمال هذه البطاقة</translation>
    </message>
    <message>
        <source>This id or badge is taken</source>
        <translation>هذا المعرّف أو هذه البطاقة لشخص آخر</translation>
    </message>
    <message>
        <source>There is no such door</source>
        <translation>لا يوجد باب كهذا</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
</context>
<context>
    <name>ErrandWords</name>
    <message>
        <source>Collect: send on</source>
        <translation>استلام: للإرسال</translation>
    </message>
    <message>
        <source>Collect: return</source>
        <translation>استلام: إرجاع</translation>
    </message>
    <message>
        <source>Collect: not picked up</source>
        <translation>استلام: لم يُستلم</translation>
    </message>
    <message>
        <source>Collect: cancelled</source>
        <translation>استلام: ملغى</translation>
    </message>
    <message>
        <source>Collect: refused</source>
        <translation>استلام: مرفوض</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>للوضع</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>استلام</translation>
    </message>
</context>
<context>
    <name>EvidenceMadeScreen</name>
    <message>
        <source>The file is made</source>
        <translation>أُنشئ الملف</translation>
    </message>
    <message>
        <source>Copy it from there, or fetch it from afar as shown.</source>
        <translation>انسخه من هناك أو اجلبه من بُعد كما هو مكتوب.</translation>
    </message>
    <message>
        <source>The chain is broken: tell the operator at once.</source>
        <translation>السلسلة مكسورة: أخبر المشغّل فورًا.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>ExplainingScreen</name>
    <message>
        <source>Start over</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>Keep it longer</source>
        <translation>أبقوه مدة أطول</translation>
    </message>
    <message>
        <source>Say that I am here</source>
        <translation>أخبروهم أني هنا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>ExplainingWords</name>
    <message>
        <source>Your parcel is not here yet</source>
        <translation>طردك لم يصل بعد</translation>
    </message>
    <message>
        <source>This code has done its work</source>
        <translation>هذا الرمز استُعمل من قبل</translation>
    </message>
    <message>
        <source>The time for this parcel has run out</source>
        <translation>انتهت مدة حفظ هذا الطرد</translation>
    </message>
    <message>
        <source>This delivery was cancelled</source>
        <translation>أُلغي هذا التوصيل</translation>
    </message>
    <message>
        <source>This parcel is on hold</source>
        <translation>هذا الطرد موقوف مؤقتًا</translation>
    </message>
    <message>
        <source>We look into this compartment first</source>
        <translation>نفحص هذه الخزانة أولًا</translation>
    </message>
    <message>
        <source>We open this one together</source>
        <translation>نفتح هذا الباب معًا</translation>
    </message>
    <message>
        <source>This code is for another locker network</source>
        <translation>هذا الرمز لشبكة خزائن أخرى</translation>
    </message>
    <message>
        <source>This code is for another locker</source>
        <translation>هذا الرمز لخزانة أخرى</translation>
    </message>
    <message>
        <source>A courier collects this one</source>
        <translation>هذا يستلمه مندوب التوصيل</translation>
    </message>
    <message>
        <source>This is a courier&apos;s code</source>
        <translation>هذا رمز مندوب توصيل</translation>
    </message>
    <message>
        <source>Something is still to be paid</source>
        <translation>بقي مبلغ لم يُدفع</translation>
    </message>
    <message>
        <source>We have to know who you are</source>
        <translation>يجب أن نعرف من أنت</translation>
    </message>
    <message>
        <source>This one cannot be kept longer</source>
        <translation>لا يمكن تمديد هذا</translation>
    </message>
    <message>
        <source>We cannot send it back from here</source>
        <translation>لا يمكننا رده من هنا</translation>
    </message>
    <message>
        <source>We take a short break from this</source>
        <translation>توقفنا عن هذا قليلًا</translation>
    </message>
    <message>
        <source>This cannot be started just now</source>
        <translation>لا يمكن بدء هذا الآن</translation>
    </message>
    <message>
        <source>Nothing was set aside. Please try again a little later. Who has a code is served as always.</source>
        <translation>لم يُحجز أي شيء. نرجو المحاولة بعد قليل. من لديه رمز يُخدَم كالمعتاد.</translation>
    </message>
    <message>
        <source>No door is free now</source>
        <translation>لا باب متاح الآن</translation>
    </message>
    <message>
        <source>No parcel can be put in at the moment</source>
        <translation>لا يمكن إيداع أي طرد حاليًا</translation>
    </message>
    <message>
        <source>What lies inside can be picked up as always. Your code stays good: please come again.</source>
        <translation>يمكن استلام ما في الداخل كالمعتاد. رمزك يبقى صالحًا: عد لاحقًا من فضلك.</translation>
    </message>
    <message>
        <source>It is still on its way. The same code opens its door once it is here.</source>
        <translation>ما زال في الطريق، وسيفتح الرمز نفسه بابه عند وصوله.</translation>
    </message>
    <message>
        <source>Say that you are here, and it is brought to a door.</source>
        <translation>أخبرنا أنك هنا ليُوضع خلف أحد الأبواب.</translation>
    </message>
    <message>
        <source>Its parcel has been put in or picked up. If that was not you, call us.</source>
        <translation>أُودع طرده أو استُلم. إن لم تكن أنت من فعل ذلك فاتصل بنا.</translation>
    </message>
    <message>
        <source>Call us or the sender: we find a way for it.</source>
        <translation>اتصل بنا أو بالمرسل، وسنجد حلًا.</translation>
    </message>
    <message>
        <source>It is still here. Keep it longer, and the same code opens its door.</source>
        <translation>ما زال هنا. مدّد المدة، والرمز نفسه يفتح بابه.</translation>
    </message>
    <message>
        <source>No door opens for it any more. The sender knows more.</source>
        <translation>لم يعد يُفتح له باب، ولدى المرسل مزيد من المعلومات.</translation>
    </message>
    <message>
        <source>The operator has paused it. Call us and we look into it.</source>
        <translation>أوقفه المشغّل مؤقتًا. اتصل بنا لنتحقق من الأمر.</translation>
    </message>
    <message>
        <source>It may not be empty, so it stays shut. Call us and we find you another.</source>
        <translation>قد لا تكون فارغة، لذلك تبقى مغلقة. اتصل بنا لنجد لك أخرى.</translation>
    </message>
    <message>
        <source>Call us and have your message with the code at hand.</source>
        <translation>اتصل بنا ولتكن رسالة الرمز في متناول يدك.</translation>
    </message>
    <message>
        <source>It opens nothing here. Your message says which locker it is for.</source>
        <translation>لا يفتح شيئًا هنا. تجد في رسالتك اسم الخزانة الصحيحة.</translation>
    </message>
    <message>
        <source>Your door is at: %1. The code is good there.</source>
        <translation>بابك في: %1. الرمز صالح هناك.</translation>
    </message>
    <message>
        <source>It is good there. Your message says which locker it is.</source>
        <translation>هو صالح هناك. رسالتك تذكر أي خزانة هي.</translation>
    </message>
    <message>
        <source>Your part is done. Nothing more is to be taken or put in.</source>
        <translation>انتهى دورك. لا شيء آخر لتأخذه أو تضعه.</translation>
    </message>
    <message>
        <source>Couriers cannot log in at this locker yet. Call us, and we help.</source>
        <translation>لا يمكن للمندوبين الدخول في هذه الخزانة بعد. اتصل بنا لنساعدك.</translation>
    </message>
    <message>
        <source>It cannot be paid here. Call us or the sender: then the same code opens the door.</source>
        <translation>لا يمكن الدفع هنا. اتصل بنا أو بالمرسل، ثم يفتح الرمز نفسه الباب.</translation>
    </message>
    <message>
        <source>That cannot be checked here. Call us, and we find a way.</source>
        <translation>لا يمكن التحقق من ذلك هنا. اتصل بنا لنجد حلًا.</translation>
    </message>
    <message>
        <source>The code still opens the door. Call us or the sender when you need more time.</source>
        <translation>ما زال الرمز يفتح الباب. اتصل بنا أو بالمرسل إن احتجت وقتًا أطول.</translation>
    </message>
    <message>
        <source>Leave it in its door: after its time it goes back. Or call us.</source>
        <translation>اتركه في مكانه: بعد انتهاء مدته يعود. أو اتصل بنا.</translation>
    </message>
    <message>
        <source>Some doors have to be looked into first. Who has a code is served as always.</source>
        <translation>يجب أن نتفقد بعض الأبواب أولًا. من معه رمز نخدمه كالعادة.</translation>
    </message>
    <message>
        <source>Doors become free all day. Your code stays good: please come again.</source>
        <translation>تُتاح الأبواب طوال اليوم. رمزك يبقى صالحًا: عد لاحقًا من فضلك.</translation>
    </message>
    <message>
        <source>We cannot open doors right now</source>
        <translation>لا يمكننا فتح الأبواب الآن</translation>
    </message>
    <message>
        <source>The line to our network is down. Your code stays good: please try again in a few minutes, or call us.</source>
        <translation>الاتصال بشبكتنا منقطع. يبقى رمزك صالحًا: يرجى المحاولة بعد بضع دقائق أو الاتصال بنا.</translation>
    </message>
</context>
<context>
    <name>FindParcelScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Which parcel?</source>
        <translation>أي طرد؟</translation>
    </message>
    <message>
        <source>Type its number or door, or hold up its label</source>
        <translation>اكتب رقمه أو بابه، أو ارفع ملصقه أمام الكاميرا</translation>
    </message>
    <message>
        <source>Type its number or door</source>
        <translation>اكتب رقمه أو بابه</translation>
    </message>
    <message>
        <source>Type its number or door, or scan its label</source>
        <translation>اكتب رقمه أو بابه، أو امسح ملصقه</translation>
    </message>
    <message>
        <source>Number or door</source>
        <translation>رقم أو باب</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>FoundParcelsScreen</name>
    <message>
        <source>Which of these?</source>
        <translation>أيّ منها؟</translation>
    </message>
    <message>
        <source>The newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
</context>
<context>
    <name>GateStoppedScreen</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>GateStoppedWords</name>
    <message>
        <source>We cannot take payments here</source>
        <translation>لا يمكننا قبول الدفع هنا</translation>
    </message>
    <message>
        <source>We cannot check this here</source>
        <translation>لا يمكننا التحقق من هذا هنا</translation>
    </message>
    <message>
        <source>That was stopped</source>
        <translation>أُوقفت العملية</translation>
    </message>
    <message>
        <source>The payment did not go through</source>
        <translation>لم يتم الدفع</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Nothing has opened. Call us, and we find a way.</source>
        <translation>لم يُفتح شيء. اتصل بنا لنجد حلًا.</translation>
    </message>
    <message>
        <source>Nothing was charged, and nothing has opened. Another card may do it.</source>
        <translation>لم يُخصم شيء ولم يُفتح شيء. قد تنجح بطاقة أخرى.</translation>
    </message>
    <message>
        <source>Nothing has opened. You can try as often as you like.</source>
        <translation>لم يُفتح شيء. يمكنك المحاولة كما تشاء.</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>%1 helps you</source>
        <translation>⁦%1⁩ في خدمتك</translation>
    </message>
    <message>
        <source>Ask the operator of this locker</source>
        <translation>اسأل مشغّل هذه الخزانة</translation>
    </message>
    <message>
        <source>Call us</source>
        <translation>اتصل بنا</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>How can we help?</source>
        <translation>كيف نساعدك؟</translation>
    </message>
    <message>
        <source>When you call, tell us the name of this locker: %1</source>
        <translation>عند الاتصال اذكر لنا اسم هذه الخزانة: ⁦%1⁩</translation>
    </message>
    <message>
        <source>Your code is in the message about your parcel. Show it to the camera, or type it. No code, or no door opens? Then call us.</source>
        <translation>تجد رمزك في رسالة الطرد. أظهره للكاميرا أو اكتبه. ليس لديك رمز، أو لا يُفتح باب؟ اتصل بنا.</translation>
    </message>
    <message>
        <source>Back to the door</source>
        <translation>عودة إلى الباب</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>No parcel can be put in at the moment</source>
        <translation>لا يمكن إيداع أي طرد حاليًا</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Doors %1 are still open. Please push them shut</source>
        <translation>الأبواب ⁦%1⁩ ما زالت مفتوحة. من فضلك ادفعها حتى تُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open. Please push it shut</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا. من فضلك ادفعه حتى يُغلق</translation>
    </message>
    <message>
        <source>Behind door %1 the rear door is open. Staff must shut it</source>
        <translation>الباب الخلفي وراء الباب %1 مفتوح. على الموظفين إغلاقه</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>The camera is not reading right now. Please type your code</source>
        <translation>الكاميرا لا تقرأ الآن. من فضلك اكتب رمزك</translation>
    </message>
    <message>
        <source>Type your code</source>
        <translation>اكتب رمزك</translation>
    </message>
    <message>
        <source>Hold your code to the camera, or touch here</source>
        <translation>ضع الرمز أمام الكاميرا أو المس هنا</translation>
    </message>
    <message>
        <source>Show your code</source>
        <translation>أظهر الرمز</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
    <message>
        <source>Put a parcel in</source>
        <translation>ضع طردًا في الخزانة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>InventoryRunScreen</name>
    <message>
        <source>Service: inventory</source>
        <translation>الصيانة: الجرد</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>الجرد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>توقف هنا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Every compartment is as it was known.</source>
        <translation>كل خانة كما كانت معروفة.</translation>
    </message>
    <message>
        <source>Leave door %1 out</source>
        <translation>تخطَّ الباب %1</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
</context>
<context>
    <name>InventoryScreen</name>
    <message>
        <source>Service: inventory</source>
        <translation>الصيانة: الجرد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Every door in turn: look inside, push it shut, say what lies there.</source>
        <translation>كل باب بدوره: انظر في الداخل، وادفعه حتى يُغلق، وقل ماذا هناك.</translation>
    </message>
    <message>
        <source>Every compartment is as it was known.</source>
        <translation>كل خانة كما كانت معروفة.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Go on: door %1</source>
        <translation>تابع: الباب %1</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
</context>
<context>
    <name>JudgingScreen</name>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>حروف</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>LabelReadyScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stick it on your parcel</source>
        <translation>الصقه على طردك</translation>
    </message>
    <message>
        <source>Flat, with all of its codes to be seen. Then your door opens.</source>
        <translation>مستويًا، وكل رموزه ظاهرة. ثم يُفتح بابك.</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>اطبعه مرة أخرى</translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation>افتح الباب</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message>
        <source>Your label, as it is printed</source>
        <translation>ملصقك كما يُطبع</translation>
    </message>
    <message>
        <source>Your label comes ready from the sender&apos;s network</source>
        <translation>ملصقك جاهز من شبكة المرسِل</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>شركة الشحن</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>رمزك</translation>
    </message>
    <message>
        <source>Parcel handed in</source>
        <translation>تم تسليم الطرد</translation>
    </message>
    <message>
        <source>Return handed in</source>
        <translation>تم تسليم الطرد المرتجع</translation>
    </message>
    <message>
        <source>Stored here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Handed in, not confirmed</source>
        <translation>تم التسليم دون تأكيد</translation>
    </message>
    <message>
        <source>Code for the receiver</source>
        <translation>رمز للمستلم</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>تم إيداعه</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>تم أخذه</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>Show it to the camera, or type it.</source>
        <translation>اعرضه على الكاميرا أو اكتبه.</translation>
    </message>
    <message>
        <source>Locker</source>
        <translation>الخزانة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Keep this receipt.</source>
        <translation>احتفظ بهذا الإيصال.</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>كشف الطرود</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Questions? Call us:</source>
        <translation>لديك أسئلة؟ اتصل بنا:</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحة اختبار</translation>
    </message>
    <message>
        <source>All three codes must be readable.</source>
        <translation>يجب أن تكون الرموز الثلاثة كلها مقروءة.</translation>
    </message>
</context>
<context>
    <name>LeaveClosedScreen</name>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
    </message>
</context>
<context>
    <name>LeaveClosedWords</name>
    <message>
        <source>Leave it inside</source>
        <translation>اتركه في الداخل</translation>
    </message>
    <message>
        <source>We look into it</source>
        <translation>سنتحقق من الأمر</translation>
    </message>
    <message>
        <source>Leave your parcel inside</source>
        <translation>اترك طردك في الداخل</translation>
    </message>
    <message>
        <source>Push door %1 shut. Then the parcel goes back to the sender.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. ثم يعود الطرد إلى المرسل.</translation>
    </message>
    <message>
        <source>Push door %1 shut. The operator sees to it with the sender.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. سيرتب المشغّل الأمر مع المرسل.</translation>
    </message>
    <message>
        <source>Push door %1 shut. The operator has been told and looks for yours.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. أُبلغ المشغّل وسيبحث عن طردك.</translation>
    </message>
    <message>
        <source>Push door %1 shut. The operator has been told and looks for your parcel.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. أُبلغ المشغّل وسيبحث عن طردك.</translation>
    </message>
    <message>
        <source>Push door %1 shut. The parcel stays yours, and the operator has been told.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. يبقى الطرد لك، وقد أُبلغ المشغّل.</translation>
    </message>
</context>
<context>
    <name>LeftOpenScreen</name>
    <message>
        <source>Service: doors left open</source>
        <translation>الصيانة: أبواب تُركت مفتوحة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>No door stands open</source>
        <translation>لا باب مفتوح</translation>
    </message>
    <message>
        <source>Push them shut: %1</source>
        <translation>ادفعها حتى تُغلق: %1</translation>
    </message>
    <message>
        <source>The doors are being read</source>
        <translation>تجري قراءة الأبواب</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>open since %1</source>
        <translation>مفتوح منذ %1</translation>
    </message>
    <message>
        <source>stands open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>open it and look inside</source>
        <translation>افتحه وانظر في داخله</translation>
    </message>
</context>
<context>
    <name>LiftingLockdownScreen</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>LinesScreen</name>
    <message>
        <source>Network and cloud</source>
        <translation>الشبكة والسحابة</translation>
    </message>
    <message>
        <source>How the locker reaches the world</source>
        <translation>كيف تتصل الخزانة بالعالم</translation>
    </message>
</context>
<context>
    <name>LockdownScreen</name>
    <message>
        <source>Lift it, two people</source>
        <translation>ارفعه، شخصان</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Locked down</source>
        <translation>مغلق من بُعد</translation>
    </message>
    <message>
        <source>No lockdown</source>
        <translation>لا إغلاق</translation>
    </message>
    <message>
        <source>It was not lifted. Try once more.</source>
        <translation>لم يُرفع. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Too many doors were asked for from afar. Two people here must lift this.</source>
        <translation>طُلب فتح أبواب كثيرة من بُعد. يجب أن يرفع ذلك شخصان هنا.</translation>
    </message>
    <message>
        <source>Doors may be opened from afar again.</source>
        <translation>يمكن فتح الأبواب من بُعد مجددًا.</translation>
    </message>
    <message>
        <source>Doors may be opened from afar.</source>
        <translation>يمكن فتح الأبواب من بُعد.</translation>
    </message>
</context>
<context>
    <name>LockerMap</name>
    <message>
        <source>You are here</source>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>LogInStoppedScreen</name>
    <message>
        <source>Locked for another %1 min.</source>
        <translation>مقفل %1 دقيقة أخرى.</translation>
    </message>
    <message>
        <source>Locked until a supervisor or the console lifts it.</source>
        <translation>مقفل حتى يرفعه مشرف أو وحدة التحكم.</translation>
    </message>
    <message>
        <source>Call us to have it lifted.</source>
        <translation>اتصل بنا لرفع القفل.</translation>
    </message>
    <message>
        <source>We cannot let you in with this</source>
        <translation>لا يمكننا إدخالك بهذا</translation>
    </message>
    <message>
        <source>Too many wrong tries</source>
        <translation>محاولات خاطئة كثيرة</translation>
    </message>
    <message>
        <source>We cannot check who you are</source>
        <translation>لا يمكننا التحقق منك الآن</translation>
    </message>
    <message>
        <source>The last visit is just ending</source>
        <translation>الزيارة السابقة تنتهي الآن</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>No enrolment is open</source>
        <translation>لا تسجيل مفتوح الآن</translation>
    </message>
    <message>
        <source>This request is used up</source>
        <translation>انتهى هذا الطلب</translation>
    </message>
    <message>
        <source>Your visit has ended</source>
        <translation>انتهت زيارتك</translation>
    </message>
    <message>
        <source>Look at the code on the console once more.</source>
        <translation>انظر إلى الرمز على وحدة التحكم مرة أخرى.</translation>
    </message>
    <message>
        <source>It may be mistyped, have run out, or be for another locker.</source>
        <translation>ربما كُتب خطأً أو انتهت مدته أو يخص خزانة أخرى.</translation>
    </message>
    <message>
        <source>There is no line to check your login. A token or a code works.</source>
        <translation>لا اتصال للتحقق من اسم الدخول. يصلح رمز الدخول أو رمز المندوب.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>حاول مجددًا بعد لحظة.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, call us.</source>
        <translation>حاول مجددًا. إن بقي الأمر كذلك فاتصل بنا.</translation>
    </message>
    <message>
        <source>Its time or its tries are used up. Ask for another code at the kiosk&apos;s console.</source>
        <translation>انتهت مدته أو محاولاته. اطلب رمزًا آخر من وحدة تحكم الكشك.</translation>
    </message>
    <message>
        <source>The answer was wrong three times, or came too late. Begin once more.</source>
        <translation>كان الجواب خاطئًا ثلاث مرات أو جاء متأخرًا. ابدأ من جديد.</translation>
    </message>
    <message>
        <source>It lasted as long as one may. Log in once more to go on.</source>
        <translation>بلغت أقصى مدة مسموح بها. سجّل الدخول مرة أخرى للمتابعة.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Log in once more</source>
        <translation>الدخول مجددًا</translation>
    </message>
</context>
<context>
    <name>LoggingInScreen</name>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
</context>
<context>
    <name>LogsPageScreen</name>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>التحذيرات والأخطاء</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>كل الأسطر</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Part: %1</source>
        <translation>الجزء: %1</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>كل الأجزاء</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>سجل البرنامج</translation>
    </message>
    <message>
        <source>No such line since the start.</source>
        <translation>لا سطر كهذا منذ التشغيل.</translation>
    </message>
</context>
<context>
    <name>LookInsideScreen</name>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب ⁦%1⁩
مفتوح</translation>
    </message>
    <message>
        <source>It stays yours when it is shut.</source>
        <translation>يبقى لك بعد إغلاقه.</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open. Please push it shut</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا. من فضلك ادفعه حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>هناك مشكلة</translation>
    </message>
</context>
<context>
    <name>MakingEvidenceScreen</name>
    <message>
        <source>The file is being made</source>
        <translation>يُنشأ الملف</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>NameParcelScreen</name>
    <message>
        <source>Courier: new parcel</source>
        <translation>مندوب: طرد جديد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Scan or type its number</source>
        <translation>امسح رقمه أو اكتبه</translation>
    </message>
    <message>
        <source>Type its number</source>
        <translation>اكتب رقمه</translation>
    </message>
    <message>
        <source>The number on its label</source>
        <translation>الرقم على ملصقه</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>NeighbourCard</name>
    <message>
        <source>The way to %1 as a QR code</source>
        <translation>الطريق إلى %1 كرمز QR</translation>
    </message>
</context>
<context>
    <name>NeighbourList</name>
    <message>
        <source>%1 m away</source>
        <translation>على بعد %1 م</translation>
    </message>
    <message>
        <source>%1 km away</source>
        <translation>على بعد %1 كم</translation>
    </message>
</context>
<context>
    <name>NewRollScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>How many labels?</source>
        <translation>كم ملصقًا؟</translation>
    </message>
    <message>
        <source>As it says on the new roll</source>
        <translation>كما هو مكتوب على اللفة الجديدة</translation>
    </message>
    <message>
        <source>Labels on the roll</source>
        <translation>ملصقات اللفة</translation>
    </message>
    <message>
        <source>It is in</source>
        <translation>رُكّبت</translation>
    </message>
</context>
<context>
    <name>NextDoorScreen</name>
    <message>
        <source>Your next
parcel</source>
        <translation>طردك
التالي</translation>
    </message>
    <message>
        <source>Your next
door</source>
        <translation>بابك
التالي</translation>
    </message>
    <message>
        <source>Door %1 of %2</source>
        <translation>الباب %1 من %2</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب ⁦%1⁩</translation>
    </message>
    <message>
        <source>Finish for now</source>
        <translation>أنهِ الآن</translation>
    </message>
    <message>
        <source>What is left stays as it is</source>
        <translation>الباقي يبقى كما هو</translation>
    </message>
</context>
<context>
    <name>NextPage</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
</context>
<context>
    <name>NextStopScreen</name>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Beside the parcel that lies there</source>
        <translation>بجانب الطرد الموجود هناك</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Looking for another door</source>
        <translation>نبحث عن باب آخر</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
    <message>
        <source>For the parcel %1</source>
        <translation>للطرد %1</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>ليس هذا</translation>
    </message>
    <message>
        <source>It goes back with you</source>
        <translation>يعود معك</translation>
    </message>
</context>
<context>
    <name>NoLabelScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Write this on your parcel</source>
        <translation>اكتب هذا على طردك</translation>
    </message>
    <message>
        <source>No label comes out now. Staff print it later, and find your parcel by this.</source>
        <translation>لا يخرج ملصق الآن. يطبعه الموظفون لاحقًا ويعرفون طردك بهذا.</translation>
    </message>
    <message>
        <source>Large, and on the top</source>
        <translation>بخط كبير، على الوجه العلوي</translation>
    </message>
    <message>
        <source>No pen? Take a picture of it, and call us.</source>
        <translation>لا قلم معك؟ صوّره واتصل بنا.</translation>
    </message>
    <message>
        <source>Try to print once more</source>
        <translation>حاول الطباعة مرة أخرى</translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation>افتح الباب</translation>
    </message>
</context>
<context>
    <name>NoRoomScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>No lower door is free now</source>
        <translation>لا باب منخفضًا متاح الآن</translation>
    </message>
    <message>
        <source>No door with a charger is free now</source>
        <translation>لا باب بشاحن متاح الآن</translation>
    </message>
    <message>
        <source>No fitting door is free now</source>
        <translation>لا باب مناسبًا متاح الآن</translation>
    </message>
    <message>
        <source>These lockers may have room. Your telephone shows the way.</source>
        <translation>قد يتسع المكان في هذه الخزائن. هاتفك يريك الطريق.</translation>
    </message>
    <message>
        <source>Doors become free all day. Please come again later.</source>
        <translation>تُتاح الأبواب طوال اليوم. عد لاحقًا من فضلك.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>ابحث مرة أخرى</translation>
    </message>
    <message>
        <source>Any height</source>
        <translation>أي ارتفاع</translation>
    </message>
    <message>
        <source>No charger</source>
        <translation>دون شاحن</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A parcel for you at %1</source>
        <translation>طرد لك في %1</translation>
    </message>
    <message>
        <source>Somebody has put a parcel for you into the locker %1.</source>
        <translation>وضع أحدهم طردًا لك في الخزانة %1.</translation>
    </message>
    <message>
        <source>What you stored at %1</source>
        <translation>ما خزّنته في %1</translation>
    </message>
    <message>
        <source>What you stored lies in the locker %1.</source>
        <translation>ما خزّنته موجود في الخزانة %1.</translation>
    </message>
    <message>
        <source>Your parcel is at %1</source>
        <translation>طردك في %1</translation>
    </message>
    <message>
        <source>Your parcel lies in the locker %1.</source>
        <translation>طردك موجود في الخزانة %1.</translation>
    </message>
    <message>
        <source>Your parcel at %1: please collect it soon</source>
        <translation>طردك في %1: يرجى استلامه قريبًا</translation>
    </message>
    <message>
        <source>Your parcel still lies in the locker %1.</source>
        <translation>لا يزال طردك في الخزانة %1.</translation>
    </message>
    <message>
        <source>Your parcel at %1: the time has run out</source>
        <translation>طردك في %1: انتهت المهلة</translation>
    </message>
    <message>
        <source>The time to collect your parcel from the locker %1 has run out.</source>
        <translation>انتهت مهلة استلام طردك من الخزانة %1.</translation>
    </message>
    <message>
        <source>Your new code for %1</source>
        <translation>رمزك الجديد لـ %1</translation>
    </message>
    <message>
        <source>Your code for the locker %1 was replaced. The old one opens nothing.</source>
        <translation>استُبدل رمزك للخزانة %1. الرمز القديم لم يعد يفتح شيئًا.</translation>
    </message>
    <message>
        <source>Your code: %1</source>
        <translation>رمزك: %1</translation>
    </message>
    <message>
        <source>Your code to take it out: %1</source>
        <translation>رمزك للاستلام: %1</translation>
    </message>
    <message>
        <source>Your code to put it in: %1</source>
        <translation>رمزك للإيداع: %1</translation>
    </message>
    <message>
        <source>Touch Pick up on its screen and type the code: the door opens.</source>
        <translation>المس «استلام طرد» على شاشتها واكتب الرمز: يُفتح الباب.</translation>
    </message>
    <message>
        <source>Its door opens with the code that you were given.</source>
        <translation>يُفتح بابه بالرمز الذي أُعطي لك.</translation>
    </message>
    <message>
        <source>It is kept for you until %1.</source>
        <translation>يُحفظ لك حتى %1.</translation>
    </message>
    <message>
        <source>Please ask its staff what can be done now.</source>
        <translation>يرجى سؤال الموظفين عما يمكن فعله الآن.</translation>
    </message>
    <message>
        <source>Questions? Call %1.</source>
        <translation>لديك أسئلة؟ اتصل على %1.</translation>
    </message>
    <message>
        <source>Who has this code can open the door: keep it to yourself.</source>
        <translation>من لديه هذا الرمز يستطيع فتح الباب: احتفظ به لنفسك.</translation>
    </message>
</context>
<context>
    <name>OfferLabelScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Your parcel needs a label</source>
        <translation>طردك يحتاج إلى ملصق</translation>
    </message>
    <message>
        <source>Print it, stick it on, then your door opens.</source>
        <translation>اطبعه والصقه، ثم يُفتح بابك.</translation>
    </message>
    <message>
        <source>Your label is being drawn</source>
        <translation>يجري رسم ملصقك</translation>
    </message>
    <message>
        <source>Print my label</source>
        <translation>اطبع ملصقي</translation>
    </message>
</context>
<context>
    <name>OneBookingScreen</name>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Keep it longer</source>
        <translation>مدّد المدة</translation>
    </message>
    <message>
        <source>New codes</source>
        <translation>رموز جديدة</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>ألغه</translation>
    </message>
</context>
<context>
    <name>OneDoorFacts</name>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>لا يقول شيئًا</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>في الداخل</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لـ</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>المستشعر</translation>
    </message>
    <message>
        <source>, at the rear %1</source>
        <translation>، وفي الخلف %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>%1, %2 × %3 × %4 cm</source>
        <translation>%1، %2 × %3 × %4 سم</translation>
    </message>
    <message>
        <source>Wiring</source>
        <translation>التوصيل</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>آخر محاولة</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>%1, no movement</source>
        <translation>%1، بلا حركة</translation>
    </message>
    <message>
        <source>Pulses</source>
        <translation>نبضات</translation>
    </message>
    <message>
        <source>%1, %2 jammed</source>
        <translation>%1، %2 انحشرت</translation>
    </message>
    <message>
        <source>Repairs asked for</source>
        <translation>إصلاحات مطلوبة</translation>
    </message>
</context>
<context>
    <name>OneDoorHead</name>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
</context>
<context>
    <name>OneDoorScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Rear door</source>
        <translation>الباب الخلفي</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>خلفي</translation>
    </message>
</context>
<context>
    <name>OneDoorTakeParcelScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب %1
مفتوح</translation>
    </message>
    <message>
        <source>Take the parcel out for good</source>
        <translation>أخرج الطرد نهائيًا</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 still stands open</source>
        <translation>الباب %1 ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>It is not as it should be</source>
        <translation>ليس كما ينبغي</translation>
    </message>
</context>
<context>
    <name>OneDoorWays</name>
    <message>
        <source>Back in use</source>
        <translation>إلى الخدمة</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>أخرجه</translation>
    </message>
</context>
<context>
    <name>OneDoorWords</name>
    <message>
        <source>In quarantine</source>
        <translation>في الحجر</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>تُرك مفتوحًا</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Sensor says nothing</source>
        <translation>المستشعر لا يقول شيئًا</translation>
    </message>
    <message>
        <source>To be looked into</source>
        <translation>يجب النظر فيه</translation>
    </message>
    <message>
        <source>A parcel inside</source>
        <translation>في الداخل طرد</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>خالٍ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>a parcel</source>
        <translation>طرد</translation>
    </message>
    <message>
        <source>nobody knows</source>
        <translation>لا أحد يعرف</translation>
    </message>
    <message>
        <source>nothing; a parcel is missing</source>
        <translation>لا شيء؛ طرد مفقود</translation>
    </message>
    <message>
        <source>its sensor flutters</source>
        <translation>مستشعره يرتجف</translation>
    </message>
    <message>
        <source>opened with another door</source>
        <translation>انفتح مع باب آخر</translation>
    </message>
    <message>
        <source>opened by itself</source>
        <translation>انفتح من نفسه</translation>
    </message>
    <message>
        <source>open when the kiosk started</source>
        <translation>كان مفتوحًا عند بدء الكشك</translation>
    </message>
    <message>
        <source>opened from afar</source>
        <translation>فُتح عن بُعد</translation>
    </message>
    <message>
        <source>nobody shut it</source>
        <translation>لم يغلقه أحد</translation>
    </message>
    <message>
        <source>somebody found it not empty</source>
        <translation>وجده أحدهم غير فارغ</translation>
    </message>
    <message>
        <source>the kiosk forgot what lies inside</source>
        <translation>نسي الكشك ما بداخله</translation>
    </message>
    <message>
        <source>a parcel nobody knows</source>
        <translation>طرد لا يعرفه أحد</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>dirty</source>
        <translation>متسخ</translation>
    </message>
    <message>
        <source>wet inside</source>
        <translation>مبلل من الداخل</translation>
    </message>
    <message>
        <source>somebody works on it</source>
        <translation>أحدهم يعمل عليه</translation>
    </message>
    <message>
        <source>the office asked for it</source>
        <translation>طلبه المكتب</translation>
    </message>
    <message>
        <source>Not done: shut the door first.</source>
        <translation>لم يتم: أغلق الباب أولًا.</translation>
    </message>
    <message>
        <source>Not done: take the parcel out first.</source>
        <translation>لم يتم: أخرج الطرد أولًا.</translation>
    </message>
    <message>
        <source>Nothing to do: it is so already.</source>
        <translation>لا شيء يُفعل: هو كذلك أصلًا.</translation>
    </message>
    <message>
        <source>Not done: no parcel is known to lie here.</source>
        <translation>لم يتم: لا يُعرف طرد هنا.</translation>
    </message>
    <message>
        <source>Not done: it could not be written down.</source>
        <translation>لم يتم: تعذّر التدوين.</translation>
    </message>
    <message>
        <source>Not done: open it and look inside first.</source>
        <translation>لم يتم: افتحه وانظر في داخله أولًا.</translation>
    </message>
    <message>
        <source>Noted, as expected. Shut and in order.</source>
        <translation>دُوّن، كما هو متوقع. مغلق وسليم.</translation>
    </message>
    <message>
        <source>Noted. A parcel should lie here: the office is told.</source>
        <translation>دُوّن. يُفترض أن هنا طردًا: أُبلغ المكتب.</translation>
    </message>
    <message>
        <source>Noted. Nobody knows this parcel: in quarantine.</source>
        <translation>دُوّن. لا أحد يعرف هذا الطرد: في الحجر.</translation>
    </message>
    <message>
        <source>Noted: nobody knows what lies inside.</source>
        <translation>دُوّن: لا أحد يعرف ما بداخله.</translation>
    </message>
    <message>
        <source>It could not be written down.</source>
        <translation>تعذّر التدوين.</translation>
    </message>
    <message>
        <source>Shut. Nobody knows what lies inside.</source>
        <translation>مغلق. لا أحد يعرف ما بداخله.</translation>
    </message>
    <message>
        <source>The door stayed shut.</source>
        <translation>بقي الباب مغلقًا.</translation>
    </message>
    <message>
        <source>The door stands open. Push it shut.</source>
        <translation>الباب مفتوح. ادفعه حتى يُغلق.</translation>
    </message>
    <message>
        <source>The parcel was taken out for good.</source>
        <translation>أُخرج الطرد نهائيًا.</translation>
    </message>
    <message>
        <source>The parcel was not taken out.</source>
        <translation>لم يُخرج الطرد.</translation>
    </message>
    <message>
        <source>Back in use.</source>
        <translation>عاد إلى الخدمة.</translation>
    </message>
    <message>
        <source>Out of use now.</source>
        <translation>هو الآن خارج الخدمة.</translation>
    </message>
    <message>
        <source>Its size was changed.</source>
        <translation>تغيّر حجمه.</translation>
    </message>
    <message>
        <source>Written down for repair.</source>
        <translation>دُوّن للإصلاح.</translation>
    </message>
</context>
<context>
    <name>OneLabelScreen</name>
    <message>
        <source>It came out</source>
        <translation>خرج</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>لم يخرج</translation>
    </message>
    <message>
        <source>Print it now</source>
        <translation>اطبعه الآن</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>لم يعد مطلوبًا</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>العلامة %1</translation>
    </message>
    <message>
        <source>Look whether it came out.</source>
        <translation>انظر هل خرج.</translation>
    </message>
    <message>
        <source>A label that waits</source>
        <translation>ملصق ينتظر</translation>
    </message>
</context>
<context>
    <name>OneLineScreen</name>
    <message>
        <source>The cloud is being asked.</source>
        <translation>تُسأل السحابة الآن.</translation>
    </message>
    <message>
        <source>The cloud has answered.</source>
        <translation>أجابت السحابة.</translation>
    </message>
    <message>
        <source>The cloud did not answer in time.</source>
        <translation>لم تجب السحابة في الوقت.</translation>
    </message>
    <message>
        <source>What waits is being sent.</source>
        <translation>يُرسل ما ينتظر.</translation>
    </message>
    <message>
        <source>Ask the cloud now</source>
        <translation>اسأل السحابة</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>موضوع جانبًا: %1</translation>
    </message>
</context>
<context>
    <name>OneParcelScreen</name>
    <message>
        <source>Make the file</source>
        <translation>أنشئ الملف</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>It could not be made. Try once more.</source>
        <translation>تعذّر إنشاؤه. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The journal says nothing of it any more.</source>
        <translation>لم يعد السجل يذكره.</translation>
    </message>
    <message>
        <source>Names and words are hidden in the file.</source>
        <translation>الأسماء والكلمات مخفية في الملف.</translation>
    </message>
</context>
<context>
    <name>OnePersonScreen</name>
    <message>
        <source>The PIN is heard again.</source>
        <translation>عاد الرقم السري مقبولًا.</translation>
    </message>
    <message>
        <source>Nobody gets in by this account any more.</source>
        <translation>لا أحد يدخل بهذا الحساب بعد الآن.</translation>
    </message>
    <message>
        <source>That was not possible: look once more.</source>
        <translation>لم يكن ذلك ممكنًا: انظر مرة أخرى.</translation>
    </message>
    <message>
        <source>Lift the lock-out</source>
        <translation>ارفع الحظر</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>عطّل الحساب</translation>
    </message>
    <message>
        <source>A courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>A technician</source>
        <translation>فنّي</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>This is you: somebody else looks after your account.</source>
        <translation>هذا أنت: غيرك يتولّى حسابك.</translation>
    </message>
    <message>
        <source>Lock-outs and accounts are for a supervisor, or the console.</source>
        <translation>الحظر والحسابات من شأن المشرف أو وحدة التحكم.</translation>
    </message>
</context>
<context>
    <name>OnePrinterScreen</name>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>A new roll is in</source>
        <translation>لفة جديدة</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>صفحة تجربة</translation>
    </message>
</context>
<context>
    <name>OpeningScreen</name>
    <message>
        <source>Door %1
opens</source>
        <translation>الباب ⁦%1⁩
يُفتح الآن</translation>
    </message>
    <message>
        <source>Take your parcel</source>
        <translation>خذ طردك</translation>
    </message>
    <message>
        <source>Put your parcel in</source>
        <translation>ضع طردك</translation>
    </message>
    <message>
        <source>Take your things</source>
        <translation>خذ أغراضك</translation>
    </message>
    <message>
        <source>Put your things in</source>
        <translation>ضع أغراضك في الداخل</translation>
    </message>
    <message>
        <source>Take the parcel</source>
        <translation>خذ الطرد</translation>
    </message>
    <message>
        <source>Put the parcel in</source>
        <translation>ضع الطرد</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Go to door %1. You hear it unlock.</source>
        <translation>اذهب إلى الباب ⁦%1⁩. ستسمع صوت فتح القفل.</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>It was repaired</source>
        <translation>أُصلح</translation>
    </message>
    <message>
        <source>It was tried and works</source>
        <translation>جُرِّب ويعمل</translation>
    </message>
    <message>
        <source>It was never broken</source>
        <translation>لم يكن معطّلًا قط</translation>
    </message>
    <message>
        <source>The office asked for it</source>
        <translation>طلبه المكتب</translation>
    </message>
    <message>
        <source>To see what lies there</source>
        <translation>لمعرفة ما بداخله</translation>
    </message>
    <message>
        <source>Whose parcel it is stands here</source>
        <translation>صاحب الطرد موجود هنا</translation>
    </message>
    <message>
        <source>The parcel leaks or is broken</source>
        <translation>الطرد يسرّب أو مكسور</translation>
    </message>
    <message>
        <source>It is broken</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>It is dirty</source>
        <translation>متسخ</translation>
    </message>
    <message>
        <source>It is wet inside</source>
        <translation>مبلل من الداخل</translation>
    </message>
    <message>
        <source>Somebody works on it</source>
        <translation>أحدهم يعمل عليه</translation>
    </message>
    <message>
        <source>The lock does not open</source>
        <translation>القفل لا يفتح</translation>
    </message>
    <message>
        <source>The sensor is wrong</source>
        <translation>المستشعر يخطئ</translation>
    </message>
    <message>
        <source>The hinge is loose</source>
        <translation>المفصل مرتخٍ</translation>
    </message>
    <message>
        <source>The door is bent</source>
        <translation>الباب ملتوٍ</translation>
    </message>
    <message>
        <source>Water gets in</source>
        <translation>يدخله الماء</translation>
    </message>
    <message>
        <source>It needs cleaning</source>
        <translation>يحتاج إلى تنظيف</translation>
    </message>
    <message>
        <source>Its number is gone</source>
        <translation>رقمه مفقود</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>This locker is taking a break</source>
        <translation>هذه الخزانة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Nothing opens at the moment. Parcels inside stay safe.</source>
        <translation>لا يُفتح شيء في الوقت الحالي، والطرود في الداخل تبقى في أمان.</translation>
    </message>
    <message>
        <source>Please come back later. Your code stays good.</source>
        <translation>من فضلك عد لاحقًا. رمزك يبقى صالحًا.</translation>
    </message>
</context>
<context>
    <name>PageTurn</name>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحة %1 من %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Try to print once more</source>
        <translation>حاول الطباعة مرة أخرى</translation>
    </message>
    <message>
        <source>Print a receipt</source>
        <translation>اطبع إيصالًا</translation>
    </message>
    <message>
        <source>Print this code</source>
        <translation>اطبع هذا الرمز</translation>
    </message>
    <message>
        <source>It is being printed</source>
        <translation>تجري الطباعة</translation>
    </message>
    <message>
        <source>It is in the slot</source>
        <translation>هو في الفتحة</translation>
    </message>
    <message>
        <source>Look into the slot</source>
        <translation>انظر في الفتحة</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>لم يخرج شيء</translation>
    </message>
    <message>
        <source>Your parcel is safe behind door %1. The printer does not say whether your receipt came out.</source>
        <translation>طردك آمن خلف الباب %1. الطابعة لا تقول إن كان إيصالك قد خرج.</translation>
    </message>
    <message>
        <source>The printer does not say whether your code came out. It is good without paper.</source>
        <translation>الطابعة لا تقول إن كان رمزك قد خرج. الرمز صالح بدون ورق.</translation>
    </message>
    <message>
        <source>Your parcel is safe behind door %1. No receipt came out: all is recorded without it.</source>
        <translation>طردك آمن خلف الباب %1. لم يخرج إيصال: كل شيء مسجَّل بدونه.</translation>
    </message>
    <message>
        <source>No paper came out. The code is good without it: take a picture of it.</source>
        <translation>لم يخرج ورق. الرمز صالح بدونه: التقط صورة له.</translation>
    </message>
</context>
<context>
    <name>ParcelSheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>ParkedListScreen</name>
    <message>
        <source>Set aside</source>
        <translation>موضوع جانبًا</translation>
    </message>
    <message>
        <source>Refused for good. Nobody is told unless you say so.</source>
        <translation>مرفوض نهائيًا. لا يُخبَر أحد إلا إذا قلت ذلك.</translation>
    </message>
    <message>
        <source>Nothing is set aside.</source>
        <translation>لا شيء موضوع جانبًا.</translation>
    </message>
</context>
<context>
    <name>ParkedOneScreen</name>
    <message>
        <source>Set aside</source>
        <translation>موضوع جانبًا</translation>
    </message>
    <message>
        <source>That was not possible: look at the list once more.</source>
        <translation>لم يكن ذلك ممكنًا: انظر إلى القائمة مرة أخرى.</translation>
    </message>
    <message>
        <source>Tell it once more</source>
        <translation>أعد الإبلاغ</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>تخلَّ عنه</translation>
    </message>
</context>
<context>
    <name>PassingGateScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Please pay at the card reader</source>
        <translation>ادفع عند قارئ البطاقات من فضلك</translation>
    </message>
    <message>
        <source>Please show who you are</source>
        <translation>أثبت هويتك من فضلك</translation>
    </message>
    <message>
        <source>Hold your card or telephone to it.</source>
        <translation>قرّب بطاقتك أو هاتفك منه.</translation>
    </message>
    <message>
        <source>The sender asks for it. Follow the reader beside the screen.</source>
        <translation>هذا طلب المرسل. اتبع القارئ بجانب الشاشة.</translation>
    </message>
    <message>
        <source>Then it goes on by itself</source>
        <translation>ثم يتابع تلقائيًا</translation>
    </message>
    <message>
        <source>Your door opens by itself after that</source>
        <translation>يُفتح بابك تلقائيًا بعد ذلك</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Who works here</source>
        <translation>من يعمل هنا</translation>
    </message>
    <message>
        <source>Locked out: %1</source>
        <translation>محظورون: %1</translation>
    </message>
    <message>
        <source>Technicians, and couriers with a PIN or badge here.</source>
        <translation>الفنيون، والمندوبون الذين لهم رقم سري أو بطاقة هنا.</translation>
    </message>
    <message>
        <source>Nobody is enrolled here.</source>
        <translation>لا أحد مسجَّل هنا.</translation>
    </message>
</context>
<context>
    <name>PhoneParcelScreen</name>
    <message>
        <source>Courier: new parcel</source>
        <translation>مندوب: طرد جديد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Who gets the parcel?</source>
        <translation>من يستلم الطرد؟</translation>
    </message>
    <message>
        <source>Digits are missing</source>
        <translation>تنقص أرقام</translation>
    </message>
    <message>
        <source>The recipient&apos;s telephone number: the code goes there.</source>
        <translation>رقم هاتف المستلم: يُرسل الرمز إليه.</translation>
    </message>
    <message>
        <source>The recipient&apos;s telephone number</source>
        <translation>رقم هاتف المستلم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Move not finished</source>
        <translation>لم يكتمل نقله</translation>
    </message>
    <message>
        <source>Size %1, low reach</source>
        <translation>الحجم %1، في متناول اليد</translation>
    </message>
    <message>
        <source>Size %1</source>
        <translation>الحجم %1</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>صفحة %1</translation>
    </message>
</context>
<context>
    <name>PickRow</name>
    <message>
        <source>Door %1</source>
        <translation>الباب %1</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>first column</source>
        <translation>العمود الأول</translation>
    </message>
    <message>
        <source>second column</source>
        <translation>العمود الثاني</translation>
    </message>
    <message>
        <source>third column</source>
        <translation>العمود الثالث</translation>
    </message>
    <message>
        <source>fourth column</source>
        <translation>العمود الرابع</translation>
    </message>
    <message>
        <source>fifth column</source>
        <translation>العمود الخامس</translation>
    </message>
    <message>
        <source>sixth column</source>
        <translation>العمود السادس</translation>
    </message>
    <message>
        <source>seventh column</source>
        <translation>العمود السابع</translation>
    </message>
    <message>
        <source>eighth column</source>
        <translation>العمود الثامن</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>في الأعلى</translation>
    </message>
    <message>
        <source>second from the top</source>
        <translation>الثاني من الأعلى</translation>
    </message>
    <message>
        <source>third from the top</source>
        <translation>الثالث من الأعلى</translation>
    </message>
    <message>
        <source>fourth from the top</source>
        <translation>الرابع من الأعلى</translation>
    </message>
    <message>
        <source>fifth from the top</source>
        <translation>الخامس من الأعلى</translation>
    </message>
    <message>
        <source>sixth from the top</source>
        <translation>السادس من الأعلى</translation>
    </message>
    <message>
        <source>seventh from the top</source>
        <translation>السابع من الأعلى</translation>
    </message>
    <message>
        <source>eighth from the top</source>
        <translation>الثامن من الأعلى</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>في الأسفل</translation>
    </message>
    <message>
        <source>second from the bottom</source>
        <translation>الثاني من الأسفل</translation>
    </message>
    <message>
        <source>third from the bottom</source>
        <translation>الثالث من الأسفل</translation>
    </message>
    <message>
        <source>fourth from the bottom</source>
        <translation>الرابع من الأسفل</translation>
    </message>
    <message>
        <source>fifth from the bottom</source>
        <translation>الخامس من الأسفل</translation>
    </message>
    <message>
        <source>sixth from the bottom</source>
        <translation>السادس من الأسفل</translation>
    </message>
    <message>
        <source>seventh from the bottom</source>
        <translation>السابع من الأسفل</translation>
    </message>
    <message>
        <source>eighth from the bottom</source>
        <translation>الثامن من الأسفل</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>العمود ⁦%1⁩</translation>
    </message>
    <message>
        <source>number %1 from the top</source>
        <translation>رقم ⁦%1⁩ من الأعلى</translation>
    </message>
    <message>
        <source>number %1 from the bottom</source>
        <translation>رقم ⁦%1⁩ من الأسفل</translation>
    </message>
    <message>
        <source>Left of the screen: %1, %2</source>
        <translation>يسار الشاشة: %1، %2</translation>
    </message>
    <message>
        <source>Right of the screen: %1, %2</source>
        <translation>يمين الشاشة: %1، %2</translation>
    </message>
    <message>
        <source>From the left: %1, %2</source>
        <translation>من اليسار: %1، %2</translation>
    </message>
    <message>
        <source>Above the screen: %1</source>
        <translation>فوق الشاشة: %1</translation>
    </message>
    <message>
        <source>Below the screen: %1</source>
        <translation>تحت الشاشة: %1</translation>
    </message>
</context>
<context>
    <name>PressWords</name>
    <message>
        <source>It is being printed.</source>
        <translation>يُطبع الآن.</translation>
    </message>
    <message>
        <source>It is printed.</source>
        <translation>طُبع.</translation>
    </message>
    <message>
        <source>Look whether it came out.</source>
        <translation>انظر هل خرج.</translation>
    </message>
    <message>
        <source>It was not printed.</source>
        <translation>لم يُطبع.</translation>
    </message>
    <message>
        <source>The new roll is counted.</source>
        <translation>حُسبت اللفة الجديدة.</translation>
    </message>
    <message>
        <source>It is not wanted any more.</source>
        <translation>لم يعد مطلوبًا.</translation>
    </message>
    <message>
        <source>It waits as before.</source>
        <translation>ينتظر كما كان.</translation>
    </message>
    <message>
        <source>That was not possible. Try once more.</source>
        <translation>لم يكن ممكنًا. حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>PrintersScreen</name>
    <message>
        <source>Labels that wait: %1</source>
        <translation>ملصقات تنتظر: %1</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <source>%1 labels wait</source>
        <translation>%1 ملصقات تنتظر</translation>
    </message>
    <message>
        <source>No printer is configured.</source>
        <translation>لا توجد طابعة.</translation>
    </message>
    <message>
        <source>Nothing is printed here. Whoever runs this kiosk adds a [[printer]] to kiosk.toml and starts it anew.</source>
        <translation>لا يُطبع شيء هنا. يضيف مشغّل هذا الجهاز [[printer]] إلى kiosk.toml ثم يعيد تشغيله.</translation>
    </message>
</context>
<context>
    <name>PrintingLabelScreen</name>
    <message>
        <source>Your label is being printed</source>
        <translation>تجري طباعة ملصقك</translation>
    </message>
    <message>
        <source>It comes out of the slot of this locker.</source>
        <translation>يخرج من فتحة هذه الخزانة.</translation>
    </message>
    <message>
        <source>That takes a few seconds</source>
        <translation>يستغرق ذلك ثواني قليلة</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Name, phone and e-mail are kept encrypted until %1 hours after the parcel is gone, or 7 days after its time ran out.</source>
        <translation>يُحفظ الاسم والهاتف والبريد الإلكتروني مشفَّرة حتى %1 ساعة بعد استلام الطرد، أو 7 أيام بعد انتهاء مدته.</translation>
    </message>
    <message>
        <source>Each opening of a door is written down. After %1 days nobody can say whose parcel it was.</source>
        <translation>يُسجَّل كل فتح لباب. وبعد %1 يومًا لا يستطيع أحد معرفة صاحب الطرد.</translation>
    </message>
    <message>
        <source>To know what is kept about you, or to have it deleted, touch Help.</source>
        <translation>لمعرفة ما يُحفظ عنك أو لحذفه، المس «مساعدة».</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Your privacy</source>
        <translation>خصوصيتك</translation>
    </message>
    <message>
        <source>There is a camera beside the screen. It reads the codes you hold up. No picture is stored or sent anywhere.</source>
        <translation>توجد كاميرا بجانب الشاشة. تقرأ الرموز التي تُظهرها لها. لا تُحفظ أي صورة ولا تُرسل إلى أي مكان.</translation>
    </message>
    <message>
        <source>There is no camera here that reads codes.</source>
        <translation>لا توجد هنا كاميرا تقرأ الرموز.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Compartment broken</source>
        <translation>خانة معطلة</translation>
    </message>
    <message>
        <source>Compartment already full</source>
        <translation>الخانة ممتلئة</translation>
    </message>
    <message>
        <source>Compartment is empty</source>
        <translation>الخانة فارغة</translation>
    </message>
    <message>
        <source>Parcel is not there</source>
        <translation>الطرد غير موجود</translation>
    </message>
    <message>
        <source>Parcel too big</source>
        <translation>الطرد كبير جدًا</translation>
    </message>
    <message>
        <source>No fitting compartment</source>
        <translation>لا خانة مناسبة</translation>
    </message>
    <message>
        <source>Whole locker broken</source>
        <translation>الخزانة كلها معطلة</translation>
    </message>
    <message>
        <source>Locker out of reach</source>
        <translation>الخزانة غير متاحة</translation>
    </message>
</context>
<context>
    <name>ProvingTwoScreen</name>
    <message>
        <source>Service: two people</source>
        <translation>الصيانة: شخصان</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>PutParcelScreen</name>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب ⁦%1⁩
مفتوح</translation>
    </message>
    <message>
        <source>Put your parcel in</source>
        <translation>ضع طردك</translation>
    </message>
    <message>
        <source>Put your things in</source>
        <translation>ضع أغراضك في الداخل</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open. Please push it shut</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا. من فضلك ادفعه حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
    </message>
    <message>
        <source>My parcel does not fit</source>
        <translation>الطرد أكبر من المكان</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>لا يتسع المكان</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>هناك مشكلة</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>QrFigure</name>
    <message>
        <source>QR code</source>
        <translation>رمز QR</translation>
    </message>
</context>
<context>
    <name>ReachDoorScreen</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>This is
your door</source>
        <translation>هذا
بابك</translation>
    </message>
    <message>
        <source>One
moment</source>
        <translation>لحظة
واحدة</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب ⁦%1⁩</translation>
    </message>
    <message>
        <source>I cannot reach it</source>
        <translation>لا أستطيع الوصول إليه</translation>
    </message>
    <message>
        <source>We look for a lower door</source>
        <translation>نبحث عن باب أخفض</translation>
    </message>
</context>
<context>
    <name>ReadNonceScreen</name>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
    <message>
        <source>Door %1 back into use</source>
        <translation>الباب %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Lift the lock-out</source>
        <translation>رفع الحظر</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>المعرّف %1</translation>
    </message>
    <message>
        <source>That was not the answer. Tries left: %1</source>
        <translation>ليس هذا الجواب. المحاولات الباقية: %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Read this out to the back office</source>
        <translation>اقرأ هذا للمكتب</translation>
    </message>
    <message>
        <source>Good for ten minutes</source>
        <translation>صالح لعشر دقائق</translation>
    </message>
    <message>
        <source>The ten digits of the answer</source>
        <translation>الأرقام العشرة للجواب</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>RefusedScreen</name>
    <message>
        <source>Start over</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>We cannot open with this code here</source>
        <translation>لا يمكننا الفتح بهذا الرمز هنا</translation>
    </message>
    <message>
        <source>It may be for another locker or have expired.</source>
        <translation>ربما كان لخزانة أخرى أو انتهت مدته.</translation>
    </message>
    <message>
        <source>Type again</source>
        <translation>اكتب من جديد</translation>
    </message>
    <message>
        <source>Show it to the camera</source>
        <translation>أظهره للكاميرا</translation>
    </message>
</context>
<context>
    <name>ReservingScreen</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>We keep a door for you</source>
        <translation>نحجز لك بابًا</translation>
    </message>
    <message>
        <source>Your door is being chosen</source>
        <translation>جارٍ اختيار بابك</translation>
    </message>
</context>
<context>
    <name>RestartingScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>The kiosk starts again</source>
        <translation>يبدأ الكشك من جديد</translation>
    </message>
    <message>
        <source>The kiosk ends</source>
        <translation>ينتهي الكشك</translation>
    </message>
    <message>
        <source>That takes a moment.</source>
        <translation>يستغرق ذلك لحظة.</translation>
    </message>
    <message>
        <source>It does not start again by itself here.</source>
        <translation>لا شيء يشغّله هنا من تلقاء نفسه.</translation>
    </message>
</context>
<context>
    <name>RoundActs</name>
    <message>
        <source>Load from the front</source>
        <translation>التحميل من الأمام</translation>
    </message>
    <message>
        <source>From front</source>
        <translation>الأمام</translation>
    </message>
    <message>
        <source>Load from the rear</source>
        <translation>التحميل من الخلف</translation>
    </message>
    <message>
        <source>From rear</source>
        <translation>الخلف</translation>
    </message>
</context>
<context>
    <name>RoundDoneScreen</name>
    <message>
        <source>Courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>زيارتك</translation>
    </message>
    <message>
        <source>These parcels go back with you</source>
        <translation>هذه الطرود تعود معك</translation>
    </message>
    <message>
        <source>%1 still to be put in</source>
        <translation>بقي للوضع: %1</translation>
    </message>
    <message>
        <source>Everything you scanned is in</source>
        <translation>كل ما مسحته في مكانه</translation>
    </message>
    <message>
        <source>Put in: %1</source>
        <translation>وُضع: %1</translation>
    </message>
    <message>
        <source>Reported: %1</source>
        <translation>أُبلغ: %1</translation>
    </message>
    <message>
        <source>Collected: %1</source>
        <translation>استُلم: %1</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>تم وضعه</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>تم استلامه</translation>
    </message>
    <message>
        <source>Recipients told</source>
        <translation>أُبلغ المستلمون</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>تم الإبلاغ</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>جارٍ الطباعة…</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>تمت الطباعة</translation>
    </message>
    <message>
        <source>Not printed. Try once more</source>
        <translation>لم يُطبع. حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>طباعة القائمة</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>RoundScreen</name>
    <message>
        <source>Courier</source>
        <translation>مندوب</translation>
    </message>
    <message>
        <source>Courier: rear</source>
        <translation>مندوب: من الخلف</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Your parcels here</source>
        <translation>طرودك هنا</translation>
    </message>
    <message>
        <source>%1 to collect</source>
        <translation>للاستلام: %1</translation>
    </message>
    <message>
        <source>Scan a parcel</source>
        <translation>امسح طردًا</translation>
    </message>
    <message>
        <source>%1 to put in</source>
        <translation>للوضع: %1</translation>
    </message>
    <message>
        <source>Its door opens at once</source>
        <translation>يُفتح بابه فورًا</translation>
    </message>
    <message>
        <source>Your list is coming</source>
        <translation>قائمتك في الطريق</translation>
    </message>
    <message>
        <source>No parcel waits here for you</source>
        <translation>لا طرد ينتظرك هنا</translation>
    </message>
    <message>
        <source>No label: %1</source>
        <translation>بلا ملصق: %1</translation>
    </message>
</context>
<context>
    <name>RunScreen</name>
    <message>
        <source>Service: several doors</source>
        <translation>الصيانة: عدة أبواب</translation>
    </message>
    <message>
        <source>Several doors</source>
        <translation>عدة أبواب</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>توقف هنا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>All doors are done, and everything was as expected.</source>
        <translation>انتهت كل الأبواب، وكان كل شيء كما هو متوقع.</translation>
    </message>
    <message>
        <source>Leave door %1 out</source>
        <translation>تخطَّ الباب %1</translation>
    </message>
    <message>
        <source>Open door %1</source>
        <translation>افتح الباب %1</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Door %1 stayed shut</source>
        <translation>بقي الباب %1 مغلقًا</translation>
    </message>
    <message>
        <source>Door %1 stands open</source>
        <translation>الباب %1 مفتوح</translation>
    </message>
    <message>
        <source>Door %1: nothing was said</source>
        <translation>الباب %1: لم يُقل شيء</translation>
    </message>
    <message>
        <source>Door %1: a parcel was expected</source>
        <translation>الباب %1: كان يُتوقع طرد</translation>
    </message>
    <message>
        <source>Door %1: nobody knows this parcel</source>
        <translation>الباب %1: لا أحد يعرف هذا الطرد</translation>
    </message>
    <message>
        <source>Door %1: not written down</source>
        <translation>الباب %1: لم يُدوَّن</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمّ</translation>
    </message>
</context>
<context>
    <name>SaidSoScreen</name>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>لم يُسجّل</translation>
    </message>
    <message>
        <source>It could not be recorded. Please tell your office.</source>
        <translation>تعذّر التسجيل. أخبر مكتبك من فضلك.</translation>
    </message>
    <message>
        <source>The parcel is marked; its sender&apos;s system is told.</source>
        <translation>عُلّم الطرد وأُبلغ نظام مرسله.</translation>
    </message>
    <message>
        <source>The operator is told.</source>
        <translation>أُبلغ المشغّل.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
</context>
<context>
    <name>ServiceAsk</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ServiceList</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>تجري القراءة.</translation>
    </message>
</context>
<context>
    <name>ServiceMap</name>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>sensor says nothing</source>
        <translation>المستشعر لا يقول شيئًا</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>للفحص</translation>
    </message>
    <message>
        <source>full</source>
        <translation>ممتلئ</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>free</source>
        <translation>خالٍ</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>how many doors, and how they are: &quot;3 free&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Door %1, %2</source>
        <translation>الباب %1، %2</translation>
    </message>
</context>
<context>
    <name>ServiceNames</name>
    <message>
        <source>Parcel</source>
        <translation>الطرد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>الشبكة %1</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>المخرج</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>عنوانها</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>آخر جواب</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>السحابة</translation>
    </message>
    <message>
        <source>Answers since</source>
        <translation>تجيب منذ</translation>
    </message>
    <message>
        <source>Silent since</source>
        <translation>صامتة منذ</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Cloud&apos;s name</source>
        <translation>اسم السحابة</translation>
    </message>
    <message>
        <source>Computer&apos;s clock</source>
        <translation>ساعة الحاسوب</translation>
    </message>
    <message>
        <source>Last confirmed</source>
        <translation>آخر تأكيد</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>عمر المعلومات</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>قُرئ حتى</translation>
    </message>
    <message>
        <source>Oldest waits</source>
        <translation>الأقدم ينتظر</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>موضوع جانبًا</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>For</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Journal lines</source>
        <translation>أسطر السجل</translation>
    </message>
    <message>
        <source>First</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتحت</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Id given by</source>
        <translation>المعرّف من</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>آخر دخول</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>أرقام سرية خاطئة</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>معطَّل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>From afar</source>
        <translation>من بُعد</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>آخر طلب</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Prints on</source>
        <translation>يطبع على</translation>
    </message>
    <message>
        <source>Labels left</source>
        <translation>الملصقات الباقية</translation>
    </message>
    <message>
        <source>They last</source>
        <translation>تكفي</translation>
    </message>
    <message>
        <source>The printer counts</source>
        <translation>عدّ الطابعة</translation>
    </message>
    <message>
        <source>The cloud counts</source>
        <translation>عدّ السحابة</translation>
    </message>
    <message>
        <source>Roll put in</source>
        <translation>رُكّبت اللفة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>ServiceSheet</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ServiceWait</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>down</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>self-assigned only</source>
        <translation>عنوان ذاتي فقط</translation>
    </message>
    <message>
        <source>%1 and IPv6</source>
        <translation>%1 وIPv6</translation>
    </message>
    <message>
        <source>found</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>is looked up</source>
        <translation>يجري البحث عنه</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>No route to the network</source>
        <translation>لا مخرج إلى الشبكة</translation>
    </message>
    <message>
        <source>The cloud&apos;s name has no address</source>
        <translation>اسم السحابة بلا عنوان</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>عبر %1</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكَّد</translation>
    </message>
    <message>
        <source>Not confirmed just now</source>
        <translation>لا أحد يؤكده الآن</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>غير موثوق</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>تجيب</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>صامتة</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>لم تُسأل بعد</translation>
    </message>
    <message>
        <source>%1 set aside</source>
        <translation>%1 موضوع جانبًا</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 في الانتظار</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>السحابة</translation>
    </message>
    <message>
        <source>Commands from afar</source>
        <translation>الأوامر من بُعد</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>متفقة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 يوم</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>قبل %1 ث</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>قبل %1 د</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>قبل %1 س</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>قبل %1 يوم</translation>
    </message>
    <message>
        <source>%1 s ahead</source>
        <translation>متقدمة %1 ث</translation>
    </message>
    <message>
        <source>%1 min ahead</source>
        <translation>متقدمة %1 د</translation>
    </message>
    <message>
        <source>%1 h ahead</source>
        <translation>متقدمة %1 س</translation>
    </message>
    <message>
        <source>%1 days ahead</source>
        <translation>متقدمة %1 يوم</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>متأخرة %1 ث</translation>
    </message>
    <message>
        <source>%1 min behind</source>
        <translation>متأخرة %1 د</translation>
    </message>
    <message>
        <source>%1 h behind</source>
        <translation>متأخرة %1 س</translation>
    </message>
    <message>
        <source>%1 days behind</source>
        <translation>متأخرة %1 يوم</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>لا تجيب</translation>
    </message>
    <message>
        <source>What it answers makes no sense</source>
        <translation>جوابها غير مفهوم</translation>
    </message>
    <message>
        <source>It asks to come back later</source>
        <translation>تطلب العودة لاحقًا</translation>
    </message>
    <message>
        <source>It does not take the key</source>
        <translation>لا تقبل المفتاح</translation>
    </message>
    <message>
        <source>It refuses to be read</source>
        <translation>ترفض القراءة</translation>
    </message>
    <message>
        <source>everything, each time</source>
        <translation>كل شيء في كل مرة</translation>
    </message>
    <message>
        <source>the cloud</source>
        <translation>السحابة</translation>
    </message>
    <message>
        <source>the recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>who is reported to</source>
        <translation>متلقي التقارير</translation>
    </message>
    <message>
        <source>the cloud, once it is back</source>
        <translation>السحابة بعد عودتها</translation>
    </message>
    <message>
        <source>perhaps: the answer was lost</source>
        <translation>ربما: ضاع الجواب</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>معلن</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>being put in</source>
        <translation>يوضع الآن</translation>
    </message>
    <message>
        <source>parcel inside</source>
        <translation>الطرد في الداخل</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>being collected</source>
        <translation>يُستلم الآن</translation>
    </message>
    <message>
        <source>being settled</source>
        <translation>يُسوّى الآن</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>expired, parcel inside</source>
        <translation>انتهى الوقت والطرد في الداخل</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>بلا نهاية</translation>
    </message>
    <message>
        <source>Size %1</source>
        <translation>الحجم %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 خالٍ</translation>
    </message>
    <message>
        <source>unbroken</source>
        <translation>سليمة</translation>
    </message>
    <message>
        <source>line %1 is not right</source>
        <translation>السطر %1 غير صحيح</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>ممنوع</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>مسموح</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>nobody counts them</source>
        <translation>لا أحد يعدّها</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>نفد الورق</translation>
    </message>
    <message>
        <source>Little paper</source>
        <translation>الورق قليل</translation>
    </message>
    <message>
        <source>Head open</source>
        <translation>الرأس مفتوح</translation>
    </message>
    <message>
        <source>Out of ribbon</source>
        <translation>نفد الشريط</translation>
    </message>
    <message>
        <source>Jammed</source>
        <translation>انحشار</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>ساخنة جدًا</translation>
    </message>
    <message>
        <source>Cutter</source>
        <translation>القاطع</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>Says nothing: look at it</source>
        <translation>لا تقول شيئًا: انظر إليها</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>عطل</translation>
    </message>
    <message>
        <source>labels 100 x 150 mm</source>
        <translation>ملصقات 100 × 150 مم</translation>
    </message>
    <message>
        <source>roll 80 mm</source>
        <translation>لفة 80 مم</translation>
    </message>
    <message>
        <source>roll 58 mm</source>
        <translation>لفة 58 مم</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>is being printed</source>
        <translation>يُطبع الآن</translation>
    </message>
    <message>
        <source>came out, or not</source>
        <translation>خرج أو لم يخرج</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>غير مطلوب</translation>
    </message>
    <message>
        <source>nobody has tried yet</source>
        <translation>لم يحاول أحد بعد</translation>
    </message>
    <message>
        <source>it cannot be drawn</source>
        <translation>لا يمكن رسمه</translation>
    </message>
    <message>
        <source>no printer takes it</source>
        <translation>لا طابعة تقبله</translation>
    </message>
    <message>
        <source>the power went</source>
        <translation>انقطعت الكهرباء</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Locked out until lifted</source>
        <translation>محظور حتى يُرفع الحظر</translation>
    </message>
    <message>
        <source>until lifted</source>
        <translation>حتى يُرفع</translation>
    </message>
    <message>
        <source>Courier of %1</source>
        <translation>مندوب لدى %1</translation>
    </message>
    <message>
        <source>Last login %1</source>
        <translation>آخر دخول %1</translation>
    </message>
    <message>
        <source>Has never logged in</source>
        <translation>لم يدخل قط</translation>
    </message>
    <message>
        <source>Locked out until %1</source>
        <translation>محظور حتى %1</translation>
    </message>
    <message>
        <source>Disabled since %1</source>
        <translation>معطَّل منذ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>اللغة الأولى</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Taking parcels in</source>
        <translation>استلام الطرود</translation>
    </message>
    <message>
        <source>light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>no choice here</source>
        <translation>لا خيار هنا</translation>
    </message>
    <message>
        <source>changed here, was: %1; from the next start</source>
        <translation>غُيّر هنا، كان: %1؛ من التشغيل القادم</translation>
    </message>
    <message>
        <source>changed here, was: %1</source>
        <translation>غُيّر هنا، كان: %1</translation>
    </message>
    <message>
        <source>from the next start</source>
        <translation>من التشغيل القادم</translation>
    </message>
</context>
<context>
    <name>SettingsPageScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>That could not be kept.</source>
        <translation>تعذّر حفظ ذلك.</translation>
    </message>
    <message>
        <source>Some of it counts from the next start.</source>
        <translation>يسري بعضها من التشغيل القادم.</translation>
    </message>
    <message>
        <source>All else stands in kiosk.toml.</source>
        <translation>كل ما سواها في kiosk.toml.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (changed, was %3)</source>
        <translation>%1: %2 (غُيّر، كان %3)</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>من يعمل هنا</translation>
    </message>
    <message>
        <source>All as kiosk.toml says</source>
        <translation>الكل كما في kiosk.toml</translation>
    </message>
</context>
<context>
    <name>ShowCodeScreen</name>
    <message>
        <source>It opens your door. Keep it, or take a picture of it.</source>
        <translation>يفتح بابك. احتفظ به أو صوّره.</translation>
    </message>
    <message>
        <source>A message with it is on its way to the receiver. You can pass it on as well.</source>
        <translation>الرسالة به في طريقها إلى المستلم. يمكنك أن تعطيه إياه أيضًا.</translation>
    </message>
    <message>
        <source>Pass it on to the receiver: it opens the door. A picture of it will do.</source>
        <translation>أعطه للمستلم فهو يفتح الباب. تكفي صورة له.</translation>
    </message>
    <message>
        <source>This is the code</source>
        <translation>هذا هو الرمز</translation>
    </message>
    <message>
        <source>Door %1</source>
        <translation>الباب ⁦%1⁩</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>ShutFirstScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Push door %1 shut. We cancel this drop-off: take the parcel with you and contact the sender or the operator.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. نلغي هذا الإيداع: خذ الطرد معك واتصل بالمرسل أو بالمشغّل.</translation>
    </message>
    <message>
        <source>Push door %1 shut. The parcel goes back with you.</source>
        <translation>ادفع الباب %1 حتى يُغلق. يعود الطرد معك.</translation>
    </message>
    <message>
        <source>Touch Back and use this one. Or take your parcel with you and push door %1 shut.</source>
        <translation>المس «رجوع» واستعمل هذا. أو خذ طردك معك وادفع الباب ⁦%1⁩ حتى يُغلق.</translation>
    </message>
    <message>
        <source>Touch Back and use this one. Or take the parcel with you and push door %1 shut.</source>
        <translation>المس رجوع واستعمل هذا. أو خذ الطرد معك وادفع الباب %1 حتى يُغلق.</translation>
    </message>
    <message>
        <source>Push door %1 shut. Then door %2 opens, it is larger.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. بعدها يُفتح الباب ⁦%2⁩ وهو أكبر.</translation>
    </message>
    <message>
        <source>Push door %1 shut. Then door %2 opens for you.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. بعدها يُفتح لك الباب ⁦%2⁩.</translation>
    </message>
    <message>
        <source>Then push door %1 shut.</source>
        <translation>ثم ادفع الباب ⁦%1⁩ حتى يُغلق.</translation>
    </message>
    <message>
        <source>Push door %1 shut. Then door %2 opens, it is smaller.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. ثم يُفتح الباب ⁦%2⁩ وهو أصغر.</translation>
    </message>
    <message>
        <source>Take your parcel out</source>
        <translation>أخرج طردك</translation>
    </message>
    <message>
        <source>Take the parcel out</source>
        <translation>أخرج الطرد</translation>
    </message>
    <message>
        <source>No larger door is free</source>
        <translation>لا يوجد باب أكبر متاح</translation>
    </message>
    <message>
        <source>No other door is free</source>
        <translation>لا يوجد باب آخر متاح</translation>
    </message>
    <message>
        <source>No smaller door is free</source>
        <translation>لا باب أصغر متاح</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
    </message>
</context>
<context>
    <name>ShutPage</name>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open</source>
        <translation>الباب %1 ما زال مفتوحًا</translation>
    </message>
</context>
<context>
    <name>SizeChoice</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>No door is free for it</source>
        <translation>لا باب خاليًا له</translation>
    </message>
    <message>
        <source>How big is it?</source>
        <translation>ما حجمه؟</translation>
    </message>
    <message>
        <source>Looking for free doors</source>
        <translation>نبحث عن الأبواب الخالية</translation>
    </message>
    <message>
        <source>The parcel goes back with you</source>
        <translation>يعود الطرد معك</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 خالٍ</translation>
    </message>
    <message>
        <source>Door %1, beside the other parcel</source>
        <translation>الباب %1، بجانب الطرد الآخر</translation>
    </message>
</context>
<context>
    <name>SizeParcelScreen</name>
    <message>
        <source>Courier: new parcel</source>
        <translation>مندوب: طرد جديد</translation>
    </message>
    <message>
        <source>Your touch opens the door</source>
        <translation>لمستك تفتح الباب</translation>
    </message>
</context>
<context>
    <name>SizeUnknownScreen</name>
    <message>
        <source>Courier: put in</source>
        <translation>مندوب: وضع</translation>
    </message>
    <message>
        <source>There is no size %1 here. Your touch opens a door</source>
        <translation>لا يوجد المقاس %1 هنا. لمستك تفتح بابًا</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>Free: %1</source>
        <translation>متاح: %1</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 سم</translation>
    </message>
    <message>
        <source>%1 cm high</source>
        <translation>الارتفاع %1 سم</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation>%1 × %2 سم</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>رسائل</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>كتب</translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation>حذاء</translation>
    </message>
    <message>
        <source>Bottles</source>
        <translation>زجاجات</translation>
    </message>
    <message>
        <source>Suitcase</source>
        <translation>حقيبة</translation>
    </message>
</context>
<context>
    <name>StaffEntranceScreen</name>
    <message>
        <source>Courier: type a code</source>
        <translation>مندوب: اكتب رمزًا</translation>
    </message>
    <message>
        <source>Courier: login and password</source>
        <translation>مندوب: اسم الدخول وكلمة المرور</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>فنّي</translation>
    </message>
    <message>
        <source>Enrol a technician</source>
        <translation>تسجيل فنّي</translation>
    </message>
    <message>
        <source>Service code by telephone</source>
        <translation>رمز خدمة بالهاتف</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Hold up your token</source>
        <translation>اعرض رمز دخولك</translation>
    </message>
    <message>
        <source>Hold up your badge</source>
        <translation>اعرض بطاقتك</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Hold up token or badge</source>
        <translation>اعرض رمز الدخول أو البطاقة</translation>
    </message>
    <message>
        <source>Scan token or badge</source>
        <translation>امسح رمز الدخول أو الشارة</translation>
    </message>
    <message>
        <source>Scan your token</source>
        <translation>امسح رمز دخولك</translation>
    </message>
    <message>
        <source>For couriers and technicians. Parcels are picked up at the start.</source>
        <translation>للمندوبين والفنّيين. استلام الطرود من شاشة البداية.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>تم العثور</translation>
    </message>
</context>
<context>
    <name>StaffWait</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>StandsOpenScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب %1
مفتوح</translation>
    </message>
    <message>
        <source>The door at the rear</source>
        <translation>الباب الخلفي</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>انظر في الداخل</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Shut door %1, or it is noted as left open</source>
        <translation>أغلق الباب %1، وإلا دُوّن متروكًا مفتوحًا</translation>
    </message>
    <message>
        <source>Door %1 still stands open</source>
        <translation>الباب %1 ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <source>The lock board does not answer: nobody sees whether door %1 is shut</source>
        <translation>لوحة الأقفال لا تجيب: لا أحد يرى هل الباب %1 مغلق</translation>
    </message>
</context>
<context>
    <name>StaysShutScreen</name>
    <message>
        <source>The lock was tried. The sensor still says shut.</source>
        <translation>جُرِّب القفل، وما زال المستشعر يقول: مغلق.</translation>
    </message>
    <message>
        <source>The lock board does not answer.</source>
        <translation>لوحة الأقفال لا تجيب.</translation>
    </message>
    <message>
        <source>Another door stands open. Shut it first.</source>
        <translation>باب آخر مفتوح. أغلقه أولًا.</translation>
    </message>
    <message>
        <source>Tried three times. Choose the door again to go on.</source>
        <translation>جُرِّب ثلاث مرات. اختر الباب مجددًا للمتابعة.</translation>
    </message>
    <message>
        <source>This is not allowed in this visit.</source>
        <translation>هذا غير مسموح في هذه الزيارة.</translation>
    </message>
    <message>
        <source>The kiosk cannot write anything down, so it opens no door.</source>
        <translation>لا يستطيع الكشك التدوين، فلا يفتح أي باب.</translation>
    </message>
    <message>
        <source>Nobody knows whether it opened.</source>
        <translation>لا أحد يعرف هل انفتح.</translation>
    </message>
    <message>
        <source>The locker&apos;s own machine does not open it.</source>
        <translation>جهاز الخزانة نفسه لا يفتحه.</translation>
    </message>
    <message>
        <source>The locker&apos;s own machine asks to try later.</source>
        <translation>جهاز الخزانة نفسه يطلب المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <source>Door %1 stayed shut</source>
        <translation>بقي الباب %1 مغلقًا</translation>
    </message>
    <message>
        <source>Try %1 of 3</source>
        <translation>المحاولة %1 من 3</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Press against the door while it tries</source>
        <translation>اضغط على الباب أثناء المحاولة</translation>
    </message>
    <message>
        <source>Leave it shut</source>
        <translation>اتركه مغلقًا</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Otherwise this ends, so that nobody sees what is yours.</source>
        <translation>وإلا تنتهي الجلسة كي لا يرى أحد ما يخصّك.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>الوقت المتبقي</translation>
    </message>
</context>
<context>
    <name>SystemPageScreen</name>
    <message>
        <source>Support file</source>
        <translation>ملف الدعم</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>تجري القراءة.</translation>
    </message>
</context>
<context>
    <name>SystemWords</name>
    <message>
        <source>Kiosk</source>
        <translation>الكشك</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>Computer on for</source>
        <translation>الحاسوب يعمل منذ</translation>
    </message>
    <message>
        <source>Memory free</source>
        <translation>الذاكرة المتاحة</translation>
    </message>
    <message>
        <source>Load / processors</source>
        <translation>الحمل / المعالجات</translation>
    </message>
    <message>
        <source>Heat, %1</source>
        <translation>الحرارة، %1</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Writing to disk</source>
        <translation>الكتابة على القرص</translation>
    </message>
    <message>
        <source>works</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>لا تعمل</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>المتاح على القرص</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Journal lines</source>
        <translation>أسطر السجل</translation>
    </message>
    <message>
        <source>Journal, seen %1</source>
        <translation>السجل، عند %1</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 ي %2 س</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>ends as signed</source>
        <translation>ينتهي كما وُقّع</translation>
    </message>
    <message>
        <source>does not end as signed</source>
        <translation>لا ينتهي كما وُقّع</translation>
    </message>
    <message>
        <source>no thermometer</source>
        <translation>لا مقياس حرارة</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>TakeParcelScreen</name>
    <message>
        <source>Door %1
is open</source>
        <translation>الباب ⁦%1⁩
مفتوح</translation>
    </message>
    <message>
        <source>Take your parcel</source>
        <translation>خذ طردك</translation>
    </message>
    <message>
        <source>Take your things</source>
        <translation>خذ أغراضك</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Door %1 is still open. Please push it shut</source>
        <translation>الباب ⁦%1⁩ ما زال مفتوحًا. من فضلك ادفعه حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>هناك مشكلة</translation>
    </message>
</context>
<context>
    <name>TakingDeniedScreen</name>
    <message>
        <source>Courier: collect</source>
        <translation>مندوب: استلام</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Taking out needs a PIN</source>
        <translation>الإخراج يحتاج رقمًا سريًا</translation>
    </message>
    <message>
        <source>No door was opened. Your office can give you a PIN. You can still put parcels in.</source>
        <translation>لم يُفتح أي باب. يمكن لمكتبك أن يعطيك رقمًا سريًا. ما زال بإمكانك وضع الطرود.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>إلى القائمة</translation>
    </message>
</context>
<context>
    <name>TellingScreen</name>
    <message>
        <source>Courier: report</source>
        <translation>مندوب: بلاغ</translation>
    </message>
</context>
<context>
    <name>TestCameraScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Hold up a code</source>
        <translation>ارفع رمزًا أمامها</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>لا كاميرا</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>وُجد</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>صور في الثانية</translation>
    </message>
    <message>
        <source>Decoding takes</source>
        <translation>القراءة تستغرق</translation>
    </message>
    <message>
        <source>Codes read</source>
        <translation>الرموز المقروءة</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>آخرها</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1، من %2</translation>
    </message>
    <message>
        <source>Kind, decoder</source>
        <translation>النوع، القارئ</translation>
    </message>
</context>
<context>
    <name>TestReadersScreen</name>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>القارئات</translation>
    </message>
    <message>
        <source>Hold up a badge or a code: here it is only counted.</source>
        <translation>ارفع بطاقة أو رمزًا: هنا يُعدّ فقط.</translation>
    </message>
    <message>
        <source>No reader is configured.</source>
        <translation>لا قارئ مُعَدّ.</translation>
    </message>
    <message>
        <source>Hold up a badge: here it is only counted.</source>
        <translation>ارفع بطاقة: هنا تُعدّ فقط.</translation>
    </message>
    <message>
        <source>Scan a code: here it is only counted.</source>
        <translation>امسح رمزًا: هنا يُعدّ فقط.</translation>
    </message>
    <message>
        <source>Badge reader</source>
        <translation>قارئ البطاقات</translation>
    </message>
    <message>
        <source>Reader of codes, serial</source>
        <translation>قارئ الرموز، تسلسلي</translation>
    </message>
    <message>
        <source>none is configured</source>
        <translation>لا شيء مُعَدّ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>there, ours alone</source>
        <translation>موجود، لنا وحدنا</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>المقروء</translation>
    </message>
    <message>
        <source>%1, the last of %2 signs</source>
        <translation>%1، آخرها من %2 علامات</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>غير مفهومة</translation>
    </message>
</context>
<context>
    <name>TestTouchScreen</name>
    <message>
        <source>top</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>الأسفل</translation>
    </message>
    <message>
        <source>left</source>
        <translation>اليسار</translation>
    </message>
    <message>
        <source>right</source>
        <translation>اليمين</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Field %1, touched</source>
        <translation>الحقل %1، لُمس</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>الحقل %1</translation>
    </message>
    <message>
        <source>The glass feels every field</source>
        <translation>الزجاج يحسّ بكل حقل</translation>
    </message>
    <message>
        <source>Touch every field</source>
        <translation>المس كل حقل</translation>
    </message>
    <message>
        <source>%1 % touched</source>
        <translation>لُمس %1 %</translation>
    </message>
    <message>
        <source>Still open along: %1</source>
        <translation>ما زال ناقصًا عند: %1</translation>
    </message>
    <message>
        <source>All edges are felt.</source>
        <translation>كل الحواف محسوسة.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>TextKeyboard</name>
    <message>
        <source>Capitals</source>
        <translation>حروف كبيرة</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>حروف أخرى</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>حروف</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>رموز</translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation>حروف لغة أخرى</translation>
    </message>
    <message>
        <source>Large digits</source>
        <translation>أرقام كبيرة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>TextPad</name>
    <message>
        <source>Hide what is typed</source>
        <translation>إخفاء المكتوب</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار المكتوب</translation>
    </message>
</context>
<context>
    <name>TicketsScreen</name>
    <message>
        <source>Service: repairs</source>
        <translation>الصيانة: إصلاحات</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nothing waits for repair</source>
        <translation>لا شيء ينتظر الإصلاح</translation>
    </message>
    <message>
        <source>To be repaired: %1</source>
        <translation>للإصلاح: %1</translation>
    </message>
    <message>
        <source>The list is being read</source>
        <translation>تجري قراءة القائمة</translation>
    </message>
    <message>
        <source>Report what is broken on the door&apos;s own page.</source>
        <translation>دوّن العطل في صفحة الباب نفسه.</translation>
    </message>
    <message>
        <source>Door %1: %2</source>
        <translation>الباب %1: %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1، من %2</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>أُصلح</translation>
    </message>
    <message>
        <source>Door %1: repaired</source>
        <translation>الباب %1: أُصلح</translation>
    </message>
</context>
<context>
    <name>TwoPeopleScreen</name>
    <message>
        <source>Your PIN once more</source>
        <translation>رقمك السري مرة أخرى</translation>
    </message>
    <message>
        <source>The second person: your id</source>
        <translation>الشخص الثاني: معرّفك</translation>
    </message>
    <message>
        <source>The second person: your PIN</source>
        <translation>الشخص الثاني: رقمك السري</translation>
    </message>
    <message>
        <source>That does not match</source>
        <translation>هذا لا يطابق</translation>
    </message>
    <message>
        <source>Too many wrong tries: locked for a while</source>
        <translation>محاولات خاطئة كثيرة: مقفل لفترة</translation>
    </message>
    <message>
        <source>It must be another person</source>
        <translation>يجب أن يكون شخصًا آخر</translation>
    </message>
    <message>
        <source>It took too long. Once more, please</source>
        <translation>استغرق ذلك وقتًا طويلًا. مرة أخرى من فضلك</translation>
    </message>
    <message>
        <source>Service: two people</source>
        <translation>الصيانة: شخصان</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>شخصان</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>It belongs to your badge.</source>
        <translation>هو الخاص ببطاقتك.</translation>
    </message>
    <message>
        <source>Type it, or hold up your badge.</source>
        <translation>اكتبه، أو ارفع بطاقتك.</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>لـ %1</translation>
    </message>
    <message>
        <source>Type it.</source>
        <translation>اكتبه.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>UnlockingScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Door %1
opens</source>
        <translation>الباب %1
يُفتح</translation>
    </message>
    <message>
        <source>The door at the rear</source>
        <translation>الباب الخلفي</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>انظر في الداخل</translation>
    </message>
    <message>
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
</context>
<context>
    <name>UtilityBar</name>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>تسهيلات</translation>
    </message>
    <message>
        <source>Accessibility, on</source>
        <translation>التسهيلات، مفعّلة</translation>
    </message>
    <message>
        <source>Accessibility, off</source>
        <translation>التسهيلات، غير مفعّلة</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>Fits</source>
        <translation>مناسب</translation>
    </message>
    <message>
        <source>Shared door</source>
        <translation>مع طرد آخر</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>كبير جدًا</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>مقاس غير معروف</translation>
    </message>
    <message>
        <source>No free door</source>
        <translation>لا باب خاليًا</translation>
    </message>
    <message>
        <source>Door out of use</source>
        <translation>بابه معطل</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation>مُسح مرتين</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>للاستلام</translation>
    </message>
    <message>
        <source>It is in</source>
        <translation>وُضع</translation>
    </message>
    <message>
        <source>Not accepted now</source>
        <translation>غير مقبول الآن</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>تم تخطيه</translation>
    </message>
    <message>
        <source>Door is stuck</source>
        <translation>الباب عالق</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>استُرجع</translation>
    </message>
    <message>
        <source>Door left open</source>
        <translation>بابه مفتوح</translation>
    </message>
    <message>
        <source>Did not work</source>
        <translation>لم ينجح</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Camera picture</source>
        <translation>صورة الكاميرا</translation>
    </message>
</context>
<context>
    <name>WaitingLabelsScreen</name>
    <message>
        <source>Labels that wait</source>
        <translation>ملصقات تنتظر</translation>
    </message>
    <message>
        <source>The mark is written on the parcel.</source>
        <translation>العلامة مكتوبة على الطرد.</translation>
    </message>
    <message>
        <source>None waits.</source>
        <translation>لا شيء ينتظر.</translation>
    </message>
</context>
<context>
    <name>WallHeader</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>الخطوة ⁦%1⁩ من ⁦%2⁩</translation>
    </message>
</context>
<context>
    <name>WhatInsideScreen</name>
    <message>
        <source>Service: doors</source>
        <translation>الصيانة: الأبواب</translation>
    </message>
    <message>
        <source>Say nothing</source>
        <translation>لا أقول شيئًا</translation>
    </message>
    <message>
        <source>What lies inside?</source>
        <translation>ماذا في الداخل؟</translation>
    </message>
    <message>
        <source>The sensor says: something.</source>
        <translation>المستشعر يقول: شيء ما.</translation>
    </message>
    <message>
        <source>The sensor says: nothing.</source>
        <translation>المستشعر يقول: لا شيء.</translation>
    </message>
    <message>
        <source>The door is shut.</source>
        <translation>الباب مغلق.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>A parcel</source>
        <translation>طرد</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>لست متأكدًا</translation>
    </message>
    <message>
        <source>With your answer door %1 opens.</source>
        <translation>مع جوابك يُفتح الباب %1.</translation>
    </message>
</context>
<context>
    <name>WhyGiveUpScreen</name>
    <message>
        <source>Why need nobody be told?</source>
        <translation>لماذا لا يلزم إخبار أحد؟</translation>
    </message>
    <message>
        <source>The cloud&apos;s people know it</source>
        <translation>موظفو السحابة يعرفونه</translation>
    </message>
    <message>
        <source>The cloud has no such parcel</source>
        <translation>ليس لدى السحابة هذا الطرد</translation>
    </message>
    <message>
        <source>It was only a test</source>
        <translation>كانت تجربة فقط</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
</context>
<context>
    <name>WhyLiftScreen</name>
    <message>
        <source>What did you find out?</source>
        <translation>ماذا وجدت؟</translation>
    </message>
    <message>
        <source>It is lifted only with a reason.</source>
        <translation>لا يُرفع إلا بسبب.</translation>
    </message>
    <message>
        <source>It was us</source>
        <translation>كنّا نحن</translation>
    </message>
    <message>
        <source>Who did it is stopped</source>
        <translation>أُوقف الفاعل</translation>
    </message>
    <message>
        <source>A fault, and it is mended</source>
        <translation>عطل وقد أُصلح</translation>
    </message>
</context>
<context>
    <name>WhyNewCodeScreen</name>
    <message>
        <source>Why new codes?</source>
        <translation>لماذا رموز جديدة؟</translation>
    </message>
    <message>
        <source>All old ones stop at once.</source>
        <translation>تتوقف القديمة كلها فورًا.</translation>
    </message>
    <message>
        <source>Its holder has lost it</source>
        <translation>أضاعه صاحبه</translation>
    </message>
    <message>
        <source>It never reached them</source>
        <translation>لم يصل إليه</translation>
    </message>
    <message>
        <source>Others have seen it</source>
        <translation>رآه آخرون</translation>
    </message>
</context>
<context>
    <name>WhyPersonScreen</name>
    <message>
        <source>They stand here</source>
        <translation>هو واقف هنا</translation>
    </message>
    <message>
        <source>They rang up</source>
        <translation>اتصل بالهاتف</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>They work here no more</source>
        <translation>لم يعد يعمل هنا</translation>
    </message>
    <message>
        <source>Somebody else has their PIN or badge</source>
        <translation>رقمه السري أو بطاقته عند غيره</translation>
    </message>
    <message>
        <source>It was made by mistake</source>
        <translation>أُنشئ بالخطأ</translation>
    </message>
    <message>
        <source>Why may they try again?</source>
        <translation>لماذا يُسمح له بالمحاولة؟</translation>
    </message>
    <message>
        <source>Why is it disabled?</source>
        <translation>لماذا يُعطَّل؟</translation>
    </message>
    <message>
        <source>%1: for good, nobody gets this id again.</source>
        <translation>%1: نهائيًا، ولا يُعطى هذا المعرّف لأحد.</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>To send on</source>
        <translation>للإرسال</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>مرتجع</translation>
    </message>
    <message>
        <source>Not picked up</source>
        <translation>لم يُستلم</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
</context>
</TS>
