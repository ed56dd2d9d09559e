/**
 * Holds the README to what it says: {@link io.hellowire.readme.ReadmeIT} types its sessions, {@link
 * io.hellowire.readme.OptionTablesTest} compares its tables with the commands.
 */
@NullMarked
package io.hellowire.readme;

import org.jspecify.annotations.NullMarked;
