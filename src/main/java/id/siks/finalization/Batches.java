package id.siks.finalization;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The batches of names that travel from a regency to the minister. */
@Service
@Transactional
public class Batches {

    /** The regency's verifier has approved the case: it travels with the batch of its period, or of the next one. */
    public void approved(CaseRef member, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The case has ended otherwise (withdrawn, rejected, subject died): it leaves whatever batch it is in. */
    public void withdrawn(CaseRef member) {
        throw new UnsupportedOperationException();
    }

    /** The case goes back to its village before the batch is sealed: it joins again when its village finalises. */
    public void returned(CaseRef member) {
        throw new UnsupportedOperationException();
    }

    /** Number of the period whose batch the case is in now. */
    public Optional<CaseRef> periodOf(CaseRef member) {
        throw new UnsupportedOperationException();
    }

    /** The batch of a period. */
    public Optional<BatchView> find(CaseRef period) {
        throw new UnsupportedOperationException();
    }

    /** The office head approves the sealed list, as a second person. */
    public void approve(CaseRef period, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The office head or the ministry, whoever's turn it is, takes one case out of the batch. */
    public void returnItem(CaseRef period, CaseRef member, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The regent ratifies; the scan of the letter is an attachment of the period already. */
    public void ratify(CaseRef period, RatificationLetter letter, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The province passes the batch on. */
    public void forward(CaseRef period, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The ministry's officer has checked the batch and hands it to the decider. */
    public void checked(CaseRef period, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The minister determines; the register changes in chunks afterwards. */
    public void determine(CaseRef period, Decree decree, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The minister sends the batch back to the integrity check. */
    public void refuse(CaseRef period, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }
}
