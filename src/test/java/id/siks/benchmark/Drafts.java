package id.siks.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.identity.Actor;
import id.siks.proposal.CardPart;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Drafts that lack nothing but their submission. One goes through the face step by step; the others are copies of its row
 * with families of their own, for how a draft is filled in is not what is measured.
 */
final class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COPY =
            """
            insert into proposal.proposal
                (id, case_ref, kind, area_code, channel, status, subject, member_count, content, drafted_by, drafted_at,
                 changed_by, changed_at, version)
            select nextval('proposal.proposal_seq'), ?, kind, area_code, channel, status, ?, member_count, ?::jsonb,
                drafted_by, drafted_at, changed_by, changed_at, version
            from proposal.proposal where case_ref = ?""";
    private static final String PHOTO =
            """
            insert into evidence.attachment
                (owner, area_code, kind, media_type, file_name, bytes, sha256, uploaded_by, uploaded_at)
            values (?, ?, ?, 'image/jpeg', ?, 1, '', ?, now())""";

    private final Proposals proposals;
    private final CaseRefs numbers;
    private final JdbcTemplate db;
    private final MadeUpFamilies families;

    Drafts(Proposals proposals, CaseRefs numbers, JdbcTemplate db, MadeUpFamilies families) {
        this.proposals = proposals;
        this.numbers = numbers;
        this.db = db;
        this.families = families;
    }

    /** So many drafts of {@code operator}, all of the same version. */
    List<CaseRef> in(AreaCode village, int count, Actor operator) throws IOException {
        CaseRef first = throughTheFace(families.in(village, 1).get(0), village, operator);
        String content = db.queryForObject(
                "select content::text from proposal.proposal where case_ref = ?", String.class, first.value());
        List<CaseRef> drafts = new ArrayList<>(List.of(first));
        List<Object[]> copies = new ArrayList<>();
        for (FamilyContent family : families.in(village, count - 1)) {
            CaseRef ref = numbers.next("USL", village);
            String head = family.members().get(0).fullName();
            copies.add(new Object[] {ref.value(), head, content(content, family), first.value()});
            drafts.add(ref);
        }
        db.batchUpdate(COPY, copies);
        photograph(drafts, village, operator);
        return drafts;
    }

    private CaseRef throughTheFace(FamilyContent family, AreaCode village, Actor operator) {
        CaseRef ref = proposals.draft(operator, village);
        int version = proposals.view(ref, operator).version();
        version = proposals
                .saveCard(ref, version, CardPart.of(family, null, false), operator)
                .version();
        version =
                proposals.saveMembers(ref, version, family.members(), operator).version();
        version =
                proposals.saveHousing(ref, version, family.housing(), operator).version();
        proposals.savePlace(ref, version, family.place(), operator);
        return ref;
    }

    private static String content(String like, FamilyContent family) throws IOException {
        ObjectNode content = (ObjectNode) JSON.readTree(like);
        content.put("familyCardNumber", family.familyCardNumber()).put("address", family.address());
        for (int i = 0; i < family.members().size(); i++) {
            MemberContent member = family.members().get(i);
            ((ObjectNode) content.get("members").get(i))
                    .put("nik", member.nik())
                    .put("fullName", member.fullName())
                    .put("birthDate", member.birthDate().toString())
                    .put("sex", member.sex().name());
        }
        return JSON.writeValueAsString(content);
    }

    private void photograph(List<CaseRef> drafts, AreaCode village, Actor operator) {
        List<Object[]> photos = new ArrayList<>();
        for (CaseRef ref : drafts) {
            for (String kind : List.of("HOUSE_FRONT", "FAMILY_CARD")) {
                photos.add(new Object[] {
                    ref.value(), village.value(), kind, UUID.randomUUID().toString(), operator.accountId()
                });
            }
        }
        db.batchUpdate(PHOTO, photos);
    }
}
