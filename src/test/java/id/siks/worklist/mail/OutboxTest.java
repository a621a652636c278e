package id.siks.worklist.mail;

import id.siks.platform.mail.PostOffice;
import id.siks.worklist.notice.NoticePost;
import org.springframework.beans.factory.annotation.Autowired;

/** The stations a mail passes, from the notice to the post office. */
abstract class OutboxTest extends MailTest {

    @Autowired
    Outbox outbox;

    @Autowired
    NoticePost noticePost;

    @Autowired
    DueTimes times;

    @Autowired
    MailWriter writer;

    @Autowired
    PostOffice postOffice;
}
