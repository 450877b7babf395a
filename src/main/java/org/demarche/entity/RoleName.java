package org.demarche.entity;

/** A role as the text writes it: "foreign ministers" is several of the role foreign minister. */
record RoleName(Role role, boolean plural) {}
