/**
 * Holds the README to what it says: {@link io.hellowire.readme.ReadmeIT} types its sessions, {@link
 * io.hellowire.readme.OptionTablesTest} compares its tables with the commands. It is here because this module has all
 * three tools.
 */
@NullMarked
package io.hellowire.readme;

import org.jspecify.annotations.NullMarked;
