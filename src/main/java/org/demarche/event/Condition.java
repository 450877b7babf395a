package org.demarche.event;

/**
 * What a trigger asks of one of its slots: {@code obj:RELATIONS} must be filled so, {@code
 * !obj:PRICE} must not.
 */
record Condition(String slot, Filler filler, boolean negated) {}
