package id.siks.worklist.mail;

import id.siks.identity.Actor;
import id.siks.identity.Emails;
import id.siks.platform.BusinessTime;
import id.siks.platform.mail.PostOffice;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.notice.NoticePost;
import id.siks.worklist.notice.NoticePost.Fresh;
import id.siks.worklist.notice.NoticeSettingRows;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Unmailed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides for every notice which mail takes it along. A notice is written in the transaction of what it tells and stays
 * unthought-of until one transaction here has given it a mail or a reason why there is none: it is never forgotten and
 * never given to two mails.
 */
@Service
class Outbox {

    private static final int AT_ONCE = 200;

    private final NoticePost post;
    private final NoticeSettingRows settings;
    private final DeliveryRows deliveries;
    private final DueTimes times;
    private final Emails emails;
    private final PostOffice office;
    private final BusinessTime time;

    Outbox(
            NoticePost post,
            NoticeSettingRows settings,
            DeliveryRows deliveries,
            DueTimes times,
            Emails emails,
            PostOffice office,
            BusinessTime time) {
        this.post = post;
        this.settings = settings;
        this.deliveries = deliveries;
        this.times = times;
        this.emails = emails;
        this.office = office;
        this.time = time;
    }

    /** Thinks of some notices; false when there was none left. */
    @Transactional
    public boolean gatherSome() {
        List<Fresh> fresh = post.fresh(AT_ONCE);
        if (office.isOpen()) {
            List<Fresh> reachable = keepReachable(fresh);
            Map<Long, NoticeSettings> chosen = settings.chosen(accounts(reachable));
            reachable.stream()
                    // In one order, so that two servers never wait for each other.
                    .collect(Collectors.groupingBy(Fresh::account, TreeMap::new, Collectors.toList()))
                    .forEach((account, some) ->
                            gather(account, chosen.getOrDefault(account, NoticeSettings.USUAL), some));
        } else {
            leave(fresh, f -> true, Unmailed.NO_SERVER);
        }
        return !fresh.isEmpty();
    }

    /** Has a code sent to the address the actor says is his. */
    @Transactional
    public void sendCode(Actor actor) {
        Instant now = time.now();
        deliveries.gather(actor.accountId(), Kind.CODE, true, now, office.newId(), now);
    }

    private List<Fresh> keepReachable(List<Fresh> fresh) {
        Set<Long> reachable = emails.reachable(accounts(fresh));
        return leave(fresh, f -> !reachable.contains(f.account()), Unmailed.NO_ADDRESS);
    }

    private void gather(long account, NoticeSettings chosen, List<Fresh> some) {
        List<Fresh> wanted = leave(some, f -> chosen.mailOff().contains(f.what().topic()), Unmailed.SWITCHED_OFF);
        if (wanted.isEmpty()) {
            return;
        }
        Instant now = time.now();
        boolean urgent = wanted.stream().anyMatch(Fresh::urgent);
        Instant due = times.due(account, chosen, urgent, now);
        long delivery = deliveries.gather(account, Kind.NOTICES, urgent, due, office.newId(), now);
        post.send(ids(wanted), delivery);
    }

    /** Those that no mail takes along are left where they are; answers the others. */
    private List<Fresh> leave(List<Fresh> some, Predicate<Fresh> which, Unmailed why) {
        Map<Boolean, List<Fresh>> parts = some.stream().collect(Collectors.partitioningBy(which));
        if (!parts.get(true).isEmpty()) {
            post.leave(ids(parts.get(true)), why);
        }
        return parts.get(false);
    }

    private static List<Long> ids(List<Fresh> some) {
        return some.stream().map(Fresh::id).toList();
    }

    private static Set<Long> accounts(List<Fresh> some) {
        return some.stream().map(Fresh::account).collect(Collectors.toSet());
    }
}
