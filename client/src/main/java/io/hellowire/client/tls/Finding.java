package io.hellowire.client.tls;

/**
 * One thing that is wrong, or odd, about a certificate.
 *
 * @param kind one stable lower-case word for programs
 * @param words what is wrong, for people, safe to print
 * @param fix what to do about it, for people
 */
public record Finding(String kind, String words, String fix) {}
