package id.siks.proposal.model;

import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.Decisions;
import id.siks.proposal.Channel;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the table {@code proposal-route} which way a proposal goes. */
@Component
class RouteTable {

    private static final String TABLE = "proposal-route";

    private final Decisions decisions;
    private final Areas areas;
    private final BusinessTime time;

    RouteTable(Decisions decisions, Areas areas, BusinessTime time) {
        this.decisions = decisions;
        this.areas = areas;
        this.time = time;
    }

    Milestones.Route of(Proposal proposal) {
        VillageWord word = proposal.villageWord();
        // Evidence has to be fresh when the village closes its list, not afterwards.
        boolean heard =
                word.isFinalized() || FreshEvidence.on(word.evidenceOn(), time.today(areas.zoneOf(proposal.village())));
        List<Map<String, Object>> rows = decisions.decide(
                TABLE,
                inputs(
                        Proposal.KIND,
                        proposal.origin().channel(),
                        noPapers(proposal.family()),
                        proposal.origin().isOwnFamily(),
                        heard,
                        proposal.isVisited()));
        if (rows.size() != 1) {
            throw new IllegalStateException(TABLE + " has no row for " + proposal.ref());
        }
        return new Milestones.Route(
                yes(rows.get(0), "meetingNeeded"), !word.isFinalized(), yes(rows.get(0), "fieldCheckNeeded"));
    }

    /** What the table is asked, by input. */
    static Map<String, Object> inputs(
            String kind, Channel channel, boolean noPapers, boolean ownFamily, boolean heard, boolean visited) {
        return Map.of(
                "kind",
                kind,
                "channel",
                channel.name(),
                "noPapers",
                noPapers,
                "ownFamily",
                ownFamily,
                "heard",
                heard,
                "visited",
                visited);
    }

    static boolean noPapers(FamilyContent content) {
        return content.members().stream().anyMatch(MemberContent::noPapers);
    }

    private static boolean yes(Map<String, Object> row, String output) {
        return Boolean.TRUE.equals(row.get(output));
    }
}
