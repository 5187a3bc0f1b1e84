<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
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
        <source>It shows that the parcel is yours. Letters count, too.</source>
        <translation>بهذا نتأكد أن الطرد لك، والحروف تُحسب أيضًا.</translation>
    </message>
    <message>
        <source>Phone or order number</source>
        <translation>رقم الهاتف أو الطلب</translation>
    </message>
</context>
<context>
    <name>AskReasonScreen</name>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
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
        <translation>الطرد أكبر من المكان</translation>
    </message>
    <message>
        <source>I changed my mind</source>
        <translation>غيّرت رأيي</translation>
    </message>
    <message>
        <source>It is the wrong parcel</source>
        <translation>هذا طرد آخر بالخطأ</translation>
    </message>
    <message>
        <source>It is not empty</source>
        <translation>المكان ليس فارغًا</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>I cannot reach it</source>
        <translation>لا أستطيع الوصول إليه</translation>
    </message>
</context>
<context>
    <name>AskTroubleScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
        <source>Somebody else&apos;s things are inside</source>
        <translation>في الداخل أشياء لشخص آخر</translation>
    </message>
    <message>
        <source>It is not empty</source>
        <translation>المكان ليس فارغًا</translation>
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
    <name>CheckingScreen</name>
    <message>
        <source>One moment</source>
        <translation>لحظة واحدة</translation>
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
    <name>ConfirmEmptyScreen</name>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
    <name>DoneScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
        <source>We have told the operator</source>
        <translation>أبلغنا المشغّل</translation>
    </message>
    <message>
        <source>Door %1 is shut. Enjoy your parcel.</source>
        <translation>الباب ⁦%1⁩ مغلق. نتمنى أن يسعدك طردك.</translation>
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
        <source>It is still behind door %1. The operator has been told.</source>
        <translation>ما زال خلف الباب ⁦%1⁩، وقد أُبلغ المشغّل.</translation>
    </message>
    <message>
        <source>Door %1 has not opened, and your code is still good.</source>
        <translation>لم يُفتح الباب ⁦%1⁩، ورمزك ما زال صالحًا.</translation>
    </message>
</context>
<context>
    <name>DoorStuckScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
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
        <source>Type your code</source>
        <translation>اكتب رمزك</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
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
    <name>ExplainingScreen</name>
    <message>
        <source>Start over</source>
        <translation>من البداية</translation>
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
        <source>It is still on its way. The same code opens its door once it is here.</source>
        <translation>ما زال في الطريق، وسيفتح الرمز نفسه بابه عند وصوله.</translation>
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
    <name>LeaveClosedScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Leave your parcel inside</source>
        <translation>اترك طردك في الداخل</translation>
    </message>
    <message>
        <source>Push door %1 shut. The parcel stays yours, and the operator has been told.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. يبقى الطرد لك، وقد أُبلغ المشغّل.</translation>
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
    <name>LockerMap</name>
    <message>
        <source>You are here</source>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>OpeningScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Go to door %1. You hear it unlock.</source>
        <translation>اذهب إلى الباب ⁦%1⁩. ستسمع صوت فتح القفل.</translation>
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
    <name>PutParcelScreen</name>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
    <name>ReachDoorScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
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
        <source>Open door %1</source>
        <translation>افتح الباب ⁦%1⁩</translation>
    </message>
    <message>
        <source>I cannot reach it</source>
        <translation>لا أستطيع الوصول إليه</translation>
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
    <name>ShutFirstScreen</name>
    <message>
        <source>Drop off</source>
        <translation>إيداع طرد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Push door %1 shut. We cancel this drop-off: take the parcel with you and contact the sender or the operator.</source>
        <translation>ادفع الباب ⁦%1⁩ حتى يُغلق. نلغي هذا الإيداع: خذ الطرد معك واتصل بالمرسل أو بالمشغّل.</translation>
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
        <source>Take your parcel out</source>
        <translation>أخرج طردك</translation>
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
        <source>Push the door shut</source>
        <translation>ادفع الباب حتى يُغلق</translation>
    </message>
    <message>
        <source>Please shut the door</source>
        <translation>من فضلك أغلق الباب</translation>
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
    <name>TakeParcelScreen</name>
    <message>
        <source>Pick up</source>
        <translation>استلام طرد</translation>
    </message>
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
    <name>UtilityBar</name>
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
    <name>Viewfinder</name>
    <message>
        <source>Camera picture</source>
        <translation>صورة الكاميرا</translation>
    </message>
</context>
<context>
    <name>WallHeader</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>الخطوة ⁦%1⁩ من ⁦%2⁩</translation>
    </message>
</context>
</TS>
