/** What stands in for the civil registry until its real address is known: a simulator behind the same port. */
@NamedInterface("simulator")
package id.siks.register.outside;

import org.springframework.modulith.NamedInterface;
