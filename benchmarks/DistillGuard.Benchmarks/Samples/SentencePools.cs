// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>The sentences that generated prompts are chained from. Written for this project; everyday requests, no attack phrases.</summary>
internal static class SentencePools
{
    private const string English =
        """
        Please help me plan a short trip to the coast with two children and a large dog. The train leaves at 8 in the morning and the
        hotel asks for a deposit of 120 euros. I would like to know which of the two contracts is cheaper over three years. Our team
        writes a newsletter about gardening and we need a friendly tone for the first paragraph. The invoice shows 14 items but the
        warehouse has only 12 of them on the shelf. Could you compare the warranty of the old washing machine with the new one? My
        daughter reads a book about whales and asks how long they sleep under water. Write a polite reply to a customer who waited
        for the delivery since Monday. The recipe needs flour and butter, but there is no oven in the holiday flat. We measured the
        temperature every hour and the curve shows a sudden drop after lunch. What is the best way to store photographs for many
        years without losing their colour? The committee meets on the second Tuesday of the month and the minutes are public. I have
        a spreadsheet with 3,500 rows and want to group the sales by region and by quarter. Explain the difference between a lease
        and a loan to somebody who has never signed either. The bridge was closed for repair, so the bus takes the longer way along
        the river. Translate the following note for the new colleague from the accounting office. A neighbour asked whether the
        fence may be painted green before the summer party. The choir needs a programme of 45 minutes with one piece in the middle
        for the young singers. Summarise the complaint in 5 points and name the person who should answer each of them.
        """;

    private const string Chinese =
        """
        请帮我安排周末去海边的行程，孩子们想看日出。这份合同写着三年的保修期，但是发票上只有两年。我们公司每个月出版一份关于园艺的简报，
        第一段需要亲切的语气。仓库里少了12件货物，请写一封信给供应商。女儿读了一本关于鲸鱼的书，问它们在水里怎么睡觉。温度每个小时测量一次，
        午饭以后突然下降。旧照片应该怎样保存才不会褪色？委员会在每个月的第二个星期二开会，会议记录是公开的。我有一张3500行的表格，想按地区和季度汇总销售额。
        桥在修理，公共汽车要沿着河边绕行。邻居问我们夏天以前能不能把栅栏漆成绿色。合唱团需要45分钟的节目，中间有一首给年轻的歌手。请把客户的投诉总结成五点，
        并且写明谁应该回答。新的同事从会计部门来，请为他翻译下面的通知。火车早上八点出发，酒店要求先付押金。食谱需要面粉和黄油，可是度假的房子没有烤箱。
        """;

    private const string Russian =
        """
        Помогите, пожалуйста, составить план поездки к морю на выходные с двумя детьми и большой собакой. Поезд отправляется в 8 часов
        утра, а гостиница просит внести залог. В договоре указана гарантия на три года, но в накладной стоит только два. Наша редакция
        готовит рассылку о садоводстве, и первый абзац должен звучать дружелюбно. На складе не хватает 12 товаров, напишите письмо
        поставщику. Дочь читает книгу о китах и спрашивает, как они спят под водой. Мы измеряли температуру каждый час, и после обеда
        она резко упала. Как лучше хранить старые фотографии, чтобы они не выцветали? Комитет собирается во второй вторник месяца, и
        протокол доступен всем. У меня таблица на 3500 строк, и я хочу сгруппировать продажи по регионам и кварталам. Мост закрыт на
        ремонт, поэтому автобус идёт длинной дорогой вдоль реки. Сосед спросил, можно ли покрасить забор до летнего праздника. Хору нужна
        программа на 45 минут, а в середине песня для молодых певцов. Кратко изложите жалобу клиента и назовите, кто должен ответить.
        """;

    private const string Code =
        """
        public int Total(IReadOnlyList<Order> orders)
        {
            int sum = 0;
            foreach (Order order in orders)
            {
                if (order.Quantity > 0 && order.Price < Limit)
                {
                    sum += order.Quantity * order.Price;
                }
            }

            return sum;
        }

        def average(values, weight=1.0):
            total = 0.0
            for index, value in enumerate(values):
                total += value * weight
                if index % 100 == 0:
                    print(f"{index}: {total / (index + 1):.3f}")
            return total / max(len(values), 1)

        SELECT region, SUM(amount) AS total
        FROM sales
        WHERE quarter = 3 AND amount > 1000
        GROUP BY region
        ORDER BY total DESC;

        let buffer = vec![0u8; 4096];
        while let Some(line) = reader.next_line().await? {
            let fields: Vec<&str> = line.split(',').collect();
            if fields.len() < 3 { continue; }
            table.insert(fields[0].to_string(), fields[2].parse::<u64>()?);
        }
        """;

    /// <summary>The text of one pool.</summary>
    public static string Of(SampleLanguage language) => language switch
    {
        SampleLanguage.English => English,
        SampleLanguage.Chinese => Chinese,
        SampleLanguage.Russian => Russian,
        SampleLanguage.Code => Code,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such pool."),
    };
}
