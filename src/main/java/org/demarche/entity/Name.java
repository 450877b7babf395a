package org.demarche.entity;

/**
 * A name of the gazetteer in a sentence: tokens {@code from} to before {@code to}, and the one
 * sense that the article gives it.
 *
 * @param why what decided between senses; empty where there was one only
 */
record Name(int from, int to, Sense sense, String why) {}
