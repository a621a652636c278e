package id.siks.processadmin.check;

import org.springframework.context.MessageSourceResolvable;

/**
 * Something in a file that has neither name nor id, as a word of a sentence: what it is, and in which line it begins.
 *
 * @param what kind of element, with what it lies in where that has a name
 * @param line counted from 1
 */
record Place(String what, int line) implements MessageSourceResolvable {

    /** The same, in an element that has a name. */
    Place in(String named) {
        return new Place(named + ", " + what, line);
    }

    @Override
    public String[] getCodes() {
        return new String[] {"processadmin.finding.at-line"};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {what, line};
    }
}
