namespace Pulumi;

/// <content>Tuples of two to eight outputs.</content>
public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5
    ) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6
    ) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7
    ) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7,
        Input<T8> item8
    ) =>
        Tuple(
            item1.ToOutput(),
            item2.ToOutput(),
            item3.ToOutput(),
            item4.ToOutput(),
            item5.ToOutput(),
            item6.ToOutput(),
            item7.ToOutput(),
            item8.ToOutput()
        );

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        return new(RunAsync());

        async Task<OutputData<(T1, T2)>> RunAsync()
        {
            var data1 = await item1.Data.ConfigureAwait(false);
            var data2 = await item2.Data.ConfigureAwait(false);
            return data1.Then(data2.With((data1.Value, data2.Value)));
        }
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Tuple(Tuple(item1, item2), item3).Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item2));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Tuple(Tuple(item1, item2, item3), item4).Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item1.Item3, all.Item2));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5
    ) =>
        Tuple(Tuple(item1, item2, item3, item4), item5)
            .Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item1.Item3, all.Item1.Item4, all.Item2));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6
    ) =>
        Tuple(Tuple(item1, item2, item3, item4, item5), item6)
            .Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item1.Item3, all.Item1.Item4, all.Item1.Item5, all.Item2));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7
    ) =>
        Tuple(Tuple(item1, item2, item3, item4, item5, item6), item7)
            .Select(all =>
                (all.Item1.Item1, all.Item1.Item2, all.Item1.Item3, all.Item1.Item4, all.Item1.Item5, all.Item1.Item6, all.Item2)
            );

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7,
        Output<T8> item8
    ) =>
        Tuple(Tuple(item1, item2, item3, item4, item5, item6, item7), item8)
            .Select(all =>
                (
                    all.Item1.Item1,
                    all.Item1.Item2,
                    all.Item1.Item3,
                    all.Item1.Item4,
                    all.Item1.Item5,
                    all.Item1.Item6,
                    all.Item1.Item7,
                    all.Item2
                )
            );

    /// <summary>Reshapes a value that is not looked at: also done while it is unknown.</summary>
    private static Output<TResult> Select<T, TResult>(this Output<T> output, Func<T, TResult> reshape)
    {
        return new(RunAsync());

        async Task<OutputData<TResult>> RunAsync()
        {
            var data = await output.Data.ConfigureAwait(false);
            return data.With(reshape(data.Value));
        }
    }
}
