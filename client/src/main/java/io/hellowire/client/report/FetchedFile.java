package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import org.jspecify.annotations.Nullable;

/**
 * One URL of a command line and what came of it.
 *
 * @param url as typed
 * @param number which of them it is, from 0
 * @param file where its content was written, or {@code null} if into no file
 * @param report how the fetch went
 */
public record FetchedFile(String url, int number, @Nullable String file, FetchReport report) {}
