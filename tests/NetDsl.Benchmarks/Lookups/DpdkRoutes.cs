using NetDsl.Benchmarks.Dpdk;

namespace NetDsl.Benchmarks.Lookups;

/// <summary>Longest prefix match by DPDK's <c>rte_lpm</c>, in bulks of 32.</summary>
internal sealed unsafe class DpdkRoutes
{
    private readonly delegate* unmanaged<uint*, uint*, int, void> find;

    /// <summary>Makes the table ready; one at a time.</summary>
    /// <exception cref="InvalidOperationException">It does not take the routes.</exception>
    public DpdkRoutes(DpdkLibrary library, Route[] routes)
    {
        find = (delegate* unmanaged<uint*, uint*, int, void>)library["lpm_bulk"];
        fixed (Route* first = routes)
        {
            if (((delegate* unmanaged<Route*, int, double>)library["lpm_build"])(first, routes.Length) < 0)
            {
                throw new InvalidOperationException("rte_lpm does not take the routes; it says why above.");
            }
        }
    }

    /// <summary>The next hops of addresses; a multiple of 32 of them.</summary>
    public void Find(uint[] addresses, int[] nextHops)
    {
        fixed (uint* address = addresses)
        fixed (int* nextHop = nextHops)
        {
            find(address, (uint*)nextHop, addresses.Length);
        }
    }
}
