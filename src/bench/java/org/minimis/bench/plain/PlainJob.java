package org.minimis.bench.plain;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.json.JacksonJsonObjectMarshaller;
import org.springframework.batch.infrastructure.item.json.JsonFileItemWriter;
import org.springframework.batch.infrastructure.item.json.builder.JsonFileItemWriterBuilder;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The job: a line of the manifest in, a declaration into a JSON file and a row into H2 out. */
@Configuration
@EnableBatchProcessing
@EnableJdbcJobRepository
public class PlainJob {

    private static final String TABLE =
            "create table declaration (house_waybill varchar(35) primary key, outcome varchar(8), reason varchar(40),"
                    + " regime char(2), state char(2), scheme varchar(24), currency char(3),"
                    + " intrinsic_value numeric(19, 2), duty numeric(19, 2), vat numeric(19, 2))";
    private static final String INSERT = "insert into declaration values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Arguments: the manifest, the JSON file, the chunk size. The database lies in the working directory. */
    public static void main(String[] args) throws Exception {
        System.setProperty("plain.chunk", args[2]);
        try (var context = new AnnotationConfigApplicationContext(PlainJob.class)) {
            var parameters = new JobParametersBuilder()
                    .addString("manifest", args[0])
                    .addString("declarations", args[1])
                    .toJobParameters();
            var execution = context.getBean(JobOperator.class).start(context.getBean(Job.class), parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("the job ended " + execution.getExitStatus());
            }
        }
    }

    @Bean
    DataSource dataSource() {
        var source = new HikariDataSource();
        source.setJdbcUrl("jdbc:h2:file:./plain");
        var tables = new ResourceDatabasePopulator(
                new ClassPathResource("org/springframework/batch/core/schema-h2.sql"),
                new org.springframework.core.io.ByteArrayResource(
                        TABLE.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        DatabasePopulatorUtils.execute(tables, source);
        return source;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Job job(JobRepository repository, Step step) {
        return new JobBuilder("plain", repository).start(step).build();
    }

    @Bean
    Step step(
            JobRepository repository,
            JdbcTransactionManager transactions,
            FlatFileItemReader<PlainConsignment> reader,
            CompositeItemWriter<PlainDeclaration> writer) {
        return new StepBuilder("declare", repository)
                .<PlainConsignment, PlainDeclaration>chunk(Integer.getInteger("plain.chunk"))
                .transactionManager(transactions)
                .reader(reader)
                .processor(new PlainProcessor())
                .writer(writer)
                .build();
    }

    @Bean
    @StepScope
    FlatFileItemReader<PlainConsignment> reader(@Value("#{jobParameters['manifest']}") @Nullable String manifest) {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new FlatFileItemReaderBuilder<PlainConsignment>()
                .name("manifest")
                .resource(new FileSystemResource(String.valueOf(manifest)))
                .lineMapper((line, number) -> json.readValue(line, PlainConsignment.class))
                .build();
    }

    @Bean
    CompositeItemWriter<PlainDeclaration> writer(
            JsonFileItemWriter<PlainDeclaration> file, JdbcBatchItemWriter<PlainDeclaration> table) {
        return new CompositeItemWriter<>(List.of(file, table));
    }

    @Bean
    @StepScope
    JsonFileItemWriter<PlainDeclaration> file(
            @Value("#{jobParameters['declarations']}") @Nullable String declarations) {
        return new JsonFileItemWriterBuilder<PlainDeclaration>()
                .name("declarations")
                .resource(new FileSystemResource(String.valueOf(declarations)))
                .jsonObjectMarshaller(new JacksonJsonObjectMarshaller<>())
                .build();
    }

    @Bean
    JdbcBatchItemWriter<PlainDeclaration> table(DataSource dataSource) {
        return new JdbcBatchItemWriterBuilder<PlainDeclaration>()
                .dataSource(dataSource)
                .sql(INSERT)
                .itemPreparedStatementSetter((one, row) -> {
                    row.setString(1, one.houseWaybill());
                    row.setString(2, one.outcome());
                    row.setString(3, one.reason());
                    row.setString(4, one.regime());
                    row.setString(5, one.state());
                    row.setString(6, one.scheme());
                    row.setString(7, one.currency());
                    row.setBigDecimal(8, one.intrinsicValue());
                    row.setBigDecimal(9, one.duty());
                    row.setBigDecimal(10, one.vat());
                })
                .build();
    }
}
